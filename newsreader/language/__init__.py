"""What several stages must know of how news is written, once for all of them.

Stages may not import each other; names of months, forms of dates, credits of posts and verbs of
saying that more than one of them reads stand here, below them. What must stay true: nothing of
ours is imported but this package, nothing here decides what a text *is* (a title, a marker, a
statement): that is for the stages.
"""
