"""What news agencies send, as fixture files: title, input, the articles that are read from it.

A case is three parts, each closed by a line with a lone dot; control characters stand as their
pictures (␂ for STX). Where nothing is read, what is said of it stands instead.
"""

from pathlib import Path

import pytest

from newsreader.characters import control_pictures
from newsreader.errors import SourceError
from newsreader.reading import Raw, parse
from newsreader.splitting import split

CASES = Path(__file__).parent / "wire_cases"
CONTROLS = {
    ord(shown): chr(code) for code, shown in control_pictures().items() if code < 32 or code == 127
}


def load(path):
    parts = path.read_text(encoding="utf-8").split("\n.\n")
    for title, source, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        yield pytest.param(source, expected, id=f"{path.stem}: {title.strip()}")


def told(article):
    facts = ("format", "uri", "title", "byline", "published", "language")
    values = ((name, getattr(article, name)) for name in facts)
    lines = [f"{name}: {value}" for name, value in values if value]
    lines += [f"warning: {warning}" for warning in article.warnings]
    notes = {note.start: note.kind.value for note in split(article).notes}
    for block in article.blocks:
        words = article.text[block.start : block.end].replace("\n", "⏎")
        kind = notes.get(block.start)
        lines.append(f"{kind or block.kind.value}{f' {block.level}' * bool(block.level)} | {words}")
    return "\n".join(lines)


def read(source):
    data = source.translate(CONTROLS).encode()
    try:
        return "\n\n".join(map(told, parse(Raw("s", "file:///s", "s", data))))
    except SourceError as error:
        return f"nothing: {error.problem}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [case for path in sorted(CASES.iterdir()) for case in load(path)],
)
def test_case(source, expected):
    assert read(source) == expected
