"""Hostile and broken files: read, or refused in one line that names them, and never worse."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.reading import Raw, parse, read_each
from newsreader.reading.clean import canonical
from newsreader.splitting import split
from tests.reading.hostile_cases import CASES, PACKS, PAGE, WORDS, write

SMALL = [name for name in CASES if name not in PACKS and len(CASES[name]()) < 5_000]


def texts(path):
    """The texts of what is read in a file; what is refused names it, in one printable line."""
    found = []
    for each in read_each(str(path)):
        if isinstance(each, SourceError):
            assert path.name in str(each)
            assert str(each).isprintable()
            continue
        assert canonical(each.text) == each.text
        assert "root:" not in each.text  # the first line of /etc/passwd
        for statement in split(each).statements:
            assert 0 <= statement.start < statement.end <= len(each.text)
        found.append(each.text)
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_read_or_refused(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(CASES[name]())
    texts(path)
    assert list(tmp_path.iterdir()) == [path]


def test_all_of_them_can_be_written_for_other_programs(tmp_path):
    write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(CASES)


@pytest.mark.parametrize(
    "name",
    ["mutation.html", "mail-boundary-missing.eml", "mail-boundary-long.eml",
     "mail-boundary-same.eml", "own-entities.html", "attributes.html", "deep-lists.html"],
)  # fmt: skip
def test_the_words_are_not_lost(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(CASES[name]())
    assert WORDS.strip() in "".join(texts(path))


def test_notes_of_one_paragraph_do_not_overlap():
    source = b"Pier Shut\n\n" + b"^Eds: UPDATES with a quote.\n" * 3
    [article] = parse(Raw("a.txt", "file:///a.txt", "a.txt", source))
    notes = [article.text[note.start : note.end] for note in split(article).notes]
    assert notes == ["^Eds: UPDATES with a quote."] * 3


def test_a_doctype_s_own_declarations_are_no_words():
    source = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x "y">]>{PAGE}'
    [article] = parse(Raw("a.html", "file:///a.html", "a.html", source.encode()))
    assert article.text.startswith("Pier\n\nThe harbour")


@given(st.sampled_from(SMALL), st.data())
def test_a_hostile_file_that_was_damaged_too(name, data):
    source = bytearray(CASES[name]())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(source)))
        length = data.draw(st.integers(0, 60))
        source[at : at + length] = data.draw(st.binary(max_size=8))
    with contextlib.suppress(SourceError):
        for article in parse(Raw(name, f"file:///{name}", name, bytes(source))):
            assert canonical(article.text) == article.text
            split(article)
