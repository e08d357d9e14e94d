"""Finding what was meant by a few letters, and going from hit to hit and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.statement import Analysis, Order, Split, Statement, StatementKind
from newsreader.session.finding import Finder, Folded
from newsreader.session.searching import TERMS, Hit, Searching


def found(text, term):
    """The words found."""
    return [text[start:end] for start, end in Finder(text).find(term)]


@pytest.mark.parametrize(
    ("text", "term", "words"),
    [
        ("Quay, quay and QUAY", "quay", ["Quay", "quay", "QUAY"]),
        ("Quay, quay and QUAY", "Quay", ["Quay"]),
        ("in Çeşme, in Cesme", "cesme", ["Çeşme", "Cesme"]),
        ("in Çeşme, in Cesme", "Çeşme", ["Çeşme", "Cesme"]),
        ("cafe\u0301s and café", "café", ["cafe\u0301", "café"]),
        ("It’s “so”, it's", "it's", ["It’s", "it's"]),
        ("“so” and «so»", '"so"', ["“so”", "«so»"]),
        ("ten – twelve", "ten - twelve", ["ten – twelve"]),
        ("Die Straße, die STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("the ﬁre, the fire", "fire", ["ﬁre", "fire"]),
        ("re\u00adsig\u200bned", "resigned", ["re\u00adsig\u200bned"]),
        ("two\n words", "two words", ["two\n words"]),
        ("İstanbul and Istanbul", "istanbul", ["İstanbul", "Istanbul"]),
        ("東京 and 东京", "東京", ["東京"]),
        ("한국어", "한국", ["한국"]),
        ("[sic].* x", "[sic].*", ["[sic].*"]),
        ("Ørsted Łódź", "orsted lodz", ["Ørsted Łódź"]),
        ("½ of it…", "of it...", ["of it…"]),
        ("aaa", "aa", ["aa"]),
        ("straße", "s", ["s", "ß"]),
        ("words", "", []),
        ("words", " \u0301 \u200b", []),
    ],
)
def test_what_is_found(text, term, words):
    assert found(text, term) == words


@given(st.text(max_size=60), st.text(max_size=4))
def test_spans_are_of_the_text_rise_and_stand_apart(text, term):
    end = 0
    for start, stop in Finder(text).find(term):
        assert end <= start < stop <= len(text)
        end = stop


@given(st.text(alphabet="aé\u0301ßﬁ\u200b ’…", max_size=30), st.data())
def test_every_piece_of_the_text_finds_itself(text, data):
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : start + 5].strip()
    if Folded(piece, cased=False).text.strip():
        assert Finder(text).find(piece)


WORDS = ("The quay is shut.", "Nobody is hurt.", "A quay, the quay.", "It rains.")


TEXT = "  ".join(WORDS) + "\n quay credit"


def cursor(text=TEXT, count=None):
    at, statements = 0, []
    for n, words in enumerate(WORDS[:count], 1):
        start = text.index(words, at)
        at = start + len(words)
        statements.append(Statement(n, start, at, StatementKind.SENTENCE, None, 0))
    article = Article("a", "text", "a:1", text, (Block(0, len(text), BlockKind.PARAGRAPH),))
    split = Split((), tuple(statements), (), Order.SINGLE)
    return Searching(Analysis(article, split, ((),) * len(statements)))


def test_hits_are_counted_one_by_one_and_the_ends_are_told():
    here = cursor()
    assert here.search("QUAY") == 0
    assert here.search("quay") == 4
    assert here.count is None
    steps = [(here.move_match(1), here.n) for _ in range(5)]
    assert steps == [
        (Hit(1, 4), 1), (Hit(2, 4), 3), (Hit(3, 4), 3), (Hit(4, 4), 4), (Hit(1, 4, True), 1),
    ]  # fmt: skip
    assert here.move_match(-1) == Hit(4, 4, wrapped=True)
    assert here.count == Hit(4, 4)
    here.go(2)
    assert here.hit is None
    assert here.move_match(1) == Hit(2, 4)
    here.go(2)
    assert here.move_match(-1) == Hit(1, 4)
    assert here.matching() == (1, 3)


def test_a_hit_above_all_statements_is_at_the_first():
    here = cursor(text="quay \n" + "  ".join(WORDS[1:]) + WORDS[0], count=0)
    assert here.search("quay") == 4
    assert here.move_match(1) is None
    here = cursor(text="quay \n" + "  ".join(WORDS))
    here.search("quay")
    here.move_match(1)
    assert (here.n, here.hit) == (1, (0, 4))


def test_typing_goes_to_the_first_hit_and_giving_up_goes_back():
    here = cursor()
    here.go(2)
    here.start_search()
    assert here.seek("q") == 4
    assert (here.n, here.count) == (3, Hit(2, 4))
    assert here.seek("qx") == 0
    assert here.n == 2
    assert here.seek("rains") == 1
    assert here.n == 4
    here.drop()
    assert (here.n, here.query, here.matches) == (2, "", ())


def test_a_search_ends_here_or_where_it_began():
    here = cursor()
    here.go(2)
    here.start_search()
    here.seek("quay")
    here.move_match(1)
    here.start_search()  # a new term in the same search
    here.seek("rains")
    assert here.end_search(back=True)
    assert (here.n, here.query) == (2, "")
    here.search("quay")
    here.move_match(-1)
    assert not here.end_search(back=False)
    assert here.n == 1


def test_giving_up_a_new_term_keeps_the_search_that_was_on():
    here = cursor()
    here.search("quay")
    here.move_match(1)
    here.move_match(1)
    here.start_search()
    here.seek("rains")
    here.drop()
    assert (here.query, here.n, here.count) == ("quay", 3, Hit(2, 4))
    assert here.end_search(back=True)
    assert here.n == 1


def test_terms_are_offered_again_the_latest_first():
    here = cursor()
    for i in range(TERMS + 5):
        here.offer(f"term {i}")
    here.offer("term 7")
    assert here.terms[:2] == ["term 7", f"term {TERMS + 4}"]
    assert len(here.terms) == TERMS
