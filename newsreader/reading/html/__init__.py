"""HTML pages to articles: one module a subject.

``markup`` makes a tree of the bytes, ``weighing`` says where on it the story is, ``entries`` finds
the entries of a live page, ``jsonld`` and ``stated`` read what a page says of itself, ``flow``
turns the story's part of the tree into text and blocks, ``page`` puts all of it together.

What must stay true: nothing is ever fetched, run or expanded; everything is linear in the size of
the page and no walk recurses; lxml is imported only when a page is read.
"""
