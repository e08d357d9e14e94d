"""Heads, blocks, posts and Markdown, as fixture files: title, input, what is found in it.

A case is three parts, each closed by a line with a lone dot. In what is found, ``⏎`` stands for
a line end inside a block; the line below a post tells its credit.
"""

from pathlib import Path

import pytest

from newsreader.reading import Raw, parse

CASES = Path(__file__).parent / "cases"


def load(path):
    parts = path.read_text(encoding="utf-8").split("\n.\n")
    for title, source, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        yield pytest.param(path.suffix, source, expected, id=f"{path.stem}: {title.strip()}")


def told(article):
    facts = (("title", article.title), ("byline", article.byline), ("published", article.published))
    lines = [f"{name}: {value}" for name, value in facts if value]
    lines += [f"warning: {warning}" for warning in article.warnings]
    for block in article.blocks:
        words = article.text[block.start : block.end].replace("\n", "⏎")
        lines.append(f"{block.kind.value} {block.level} | {words}")
        post = block.post
        if post:
            credit = article.text[slice(*post.credit)].replace("\n", "⏎")
            lines.append(f"    {post.author} {post.handle} {post.date} {post.url} | {credit}")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("suffix", "source", "expected"),
    [case for path in sorted(CASES.iterdir()) for case in load(path)],
)
def test_case(suffix, source, expected):
    [article] = parse(Raw("s", "file:///s", f"a{suffix}", source.encode()))
    assert told(article) == expected
