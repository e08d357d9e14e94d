import pytest

from newsreader.model.event import AnchorState, Place
from newsreader.model.story import Revision
from newsreader.revising import places
from newsreader.store.texts.anchoring import Placer
from newsreader.store.texts.wording import Wording

GONE = Place(None, AnchorState.GONE)


def wording(*words):
    spans, at = [], 0
    for word in words:
        spans.append((at, at + len(word)))
        at += len(word) + 1
    return Wording(
        tuple(spans), words, "\n".join(words), tuple((n, None) for n in range(len(words)))
    )


class Desk:
    """A story's revisions by name, and how often each was fetched."""

    def __init__(self, **revisions):
        self.wordings = {name: wording(*words) for name, words in revisions.items()}
        self.fetched = []

    def placer(self, shown):
        known = enumerate(self.wordings, start=1)
        return Placer(shown, [Revision(n, name, "", "") for n, name in known], self.worded, places)

    def worded(self, name):
        self.fetched.append(name)
        return self.wordings.get(name)

    def key(self, name, n):
        known = self.wordings[name]
        return (name, *known.spans[n - 1], known.words[n - 1])


def test_on_its_own_article_a_span_is_its_statement():
    desk = Desk(a=["One.", "One.", "Two."])
    place = desk.placer("a")
    assert [place(*desk.key("a", n)).n for n in (1, 2, 3)] == [1, 2, 3]


def test_exact_words_carry_over_and_changed_ones_do_not():
    desk = Desk(
        a=["Head.", "Six were hurt.", "Tail."], b=["Tail.", "New.", "Head.", "60 were hurt."]
    )
    place = desk.placer("b")
    assert place(*desk.key("a", 1)).n == 3
    assert place(*desk.key("a", 3)).n == 1
    assert place(*desk.key("a", 2)) == Place(None, AnchorState.GONE, last_revision=1, last_n=2)


def test_what_is_gone_is_found_where_it_stood_last():
    desk = Desk(a=["Gone.", "Stays."], b=["New.", "Gone.", "Stays."], c=["Stays."])
    place = desk.placer("c")
    assert place(*desk.key("a", 1)) == Place(None, AnchorState.GONE, last_revision=2, last_n=2)
    assert place(*desk.key("b", 2)) == Place(None, AnchorState.GONE, last_revision=2, last_n=2)


def test_an_older_article_can_be_shown():
    desk = Desk(a=["One."], b=["One.", "Two."])
    place = desk.placer("a")
    assert place(*desk.key("b", 1)).n == 1
    assert place(*desk.key("b", 2)) == Place(None, AnchorState.GONE, last_revision=2, last_n=2)


@pytest.mark.parametrize("article", ["a", "elsewhere"])
def test_a_span_that_is_no_statement_goes_by_its_words(article):
    desk = Desk(a=["One.", "Two.", "Two."])
    place = desk.placer("a")
    assert place(article, 900, 904, "One.") == Place(1, AnchorState.MOVED)
    assert place(article, 900, 904, "Two.") == GONE
    assert place(article, 900, 904, "Three.") == GONE


def test_an_article_that_is_missing_altogether():
    place = Placer("a", [], lambda _: None, places)
    assert place("a", 0, 4, "One.") == GONE


def test_many_are_placed_in_one_walk():
    desk = Desk(**{f"r{n}": [f"Only in {n}.", "Always."] for n in range(8)})
    place = desk.placer("r7")
    keys = [desk.key(f"r{n}", s) for n in range(8) for s in (1, 2)]
    place.prepare(keys)
    fetched = len(desk.fetched)
    assert fetched <= 1 + 7 + 7
    assert [place(*key).last_revision for key in keys if place(*key).n is None] == list(range(1, 8))
    assert len(desk.fetched) == fetched
