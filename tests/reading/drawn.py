"""What was read of a JSON document, as lines that a test can state."""

import json

from newsreader.reading import Raw, parse
from newsreader.splitting import split

SHORT = {"paragraph": "p", "list_item": "li", "quotation": "q", "caption": "cap", "heading": "h"}


def articles_of(value, name="a.json"):
    """The articles in a JSON value, or in a JSON text."""
    text = value if isinstance(value, str) else json.dumps(value)
    return parse(Raw(name, f"file:///{name}", name, text.encode()))


def article_of(value):
    """The one article in it."""
    [article] = articles_of(value)
    return article


def drawn(value):
    """The article's blocks, a line each; above an update its time in UTC or "?"."""
    article = article_of(value)
    updates = {each.start: each for each in split(article).updates}
    lines = []
    for block in article.blocks:
        if update := updates.pop(block.start, None):
            lines.append("-- " + (update.time.isoformat() if update.time else "?"))
        words = article.text[block.start : block.end].replace("\n", " / ")
        lines.append(f"{SHORT.get(block.kind.value, block.kind.value)}: {words}")
    assert not updates
    return lines


def noted(article):
    """The article's notes: kind and words."""
    found = split(article).notes
    return [(note.kind.value, article.text[note.start : note.end]) for note in found]


def posts_of(article):
    """The article's posts: author, handle, day, address."""
    found = [block.post for block in article.blocks if block.post]
    return [(post.author, post.handle, post.date, post.url) for post in found]


def statements_of(article):
    """The words of all statements."""
    return [article.text[each.start : each.end] for each in split(article).statements]
