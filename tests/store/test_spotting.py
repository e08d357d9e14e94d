"""A text has words if and only if the search index finds it by them."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.store import search
from newsreader.store.lists.spotting import Spotter

ODD = "abcABC éÉñßİıſΩώ-'\".,’“”1²ⅫZ‍漢かЖж🚀ﬁ\x80\xa0_\n"
TEXTS = st.text(ODD, max_size=14) | st.text(max_size=10)


def cleaned(text):
    return text.encode("utf-8", "replace").decode().replace("\0", " ")


def spotted(title, text, words, *, goes_on):
    return Spotter(search.terms(words), goes_on=goes_on).spots(title, text)


@pytest.fixture(scope="module")
def index():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(
            f"CREATE VIRTUAL TABLE probe USING fts5(title, text, {search.TOKENIZER})"
        )
        yield connection


@given(TEXTS, TEXTS, st.lists(TEXTS, min_size=1, max_size=3), st.booleans())
@settings(max_examples=300)
def test_as_the_index_finds_them(index, title, text, words, goes_on):
    query = search.match(words, goes_on=goes_on)
    if query is None:
        return
    title, text = cleaned(title), cleaned(text)
    index.execute("DELETE FROM probe")
    index.execute("INSERT INTO probe VALUES (?, ?)", (title, text))
    found = index.execute("SELECT 1 FROM probe WHERE probe MATCH ?", (query,)).fetchall()
    assert spotted(title, text, words, goes_on=goes_on) == bool(found)


@pytest.mark.parametrize(
    ("text", "words", "goes_on", "found"),
    [
        ("Smoke over the quay", ["qua"], True, True),
        ("Smoke over the quay", ["qua"], False, False),
        ("Smoke over the quay", ["uay"], True, False),
        ("Café Zürich", ["cafe", "ZUR"], True, True),
        ("over the quay", ["the over"], False, False),
        ("over — the quay", ["over the"], False, True),
        ("anything", ["?"], True, False),
    ],
)
def test_words(text, words, goes_on, found):
    assert spotted(None, text, words, goes_on=goes_on) is found


def test_some_words_may_stand_in_the_title():
    assert spotted("The Depot Fire", "Smoke rose.", ["fire", "smo"], goes_on=True)
    assert not spotted("The Depot Fire", "Smoke rose.", ["fire smoke"], goes_on=True)
