import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.library import listing
from newsreader.model.event import Label
from newsreader.model.statement import Analysis, Order, Split
from newsreader.store import search
from newsreader.store.texts.ready import storable, title_of


@pytest.fixture
def many(library, article, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 3)
    for n in range(8):
        library.add_analysis(article(f"urn:{n}", [f"Story {n} of the depot fire.", "Smoke rose."]))
    return library


def uris(stories):
    return [story.uri for story in stories]


def test_the_last_change_comes_first(many, article):
    assert uris(many.stories()) == [f"urn:{n}" for n in range(7, -1, -1)]
    many.add_analysis(article("urn:3", ["New words."]))
    assert uris(many.stories())[:2] == ["urn:3", "urn:7"]


def test_a_list_goes_on_where_it_ended(many):
    first = list(many.stories(limit=4))
    rest = list(many.stories(before=first[-1]))
    assert uris(first) + uris(rest) == uris(many.stories())
    assert list(many.stories(limit=0)) == []
    assert len(list(many.stories(limit=6))) == 6


def test_no_transaction_is_held_between_pages(many):
    listing = many.stories()
    next(listing)
    assert not many._database.connection.in_transaction


def test_the_same_second_is_no_trouble(many, clock):
    with many._database.writing() as connection:
        connection.execute("UPDATE story SET changed_at = '2022-01-05T12:00:00.000Z'")
    assert uris(many.stories()) == [f"urn:{n}" for n in range(7, -1, -1)]


def test_search_wants_all_words_the_last_one_as_a_prefix(many):
    assert uris(many.stories("depot 4")) == ["urn:4"]
    assert uris(many.stories("DEPOT fi")) == uris(many.stories())
    assert uris(many.stories("dep fire")) == []
    assert uris(many.stories("nothing such")) == []


def test_search_goes_by_pages_too(many):
    found = list(many.stories("smoke", limit=4))
    assert uris(found) + uris(many.stories("smoke", before=found[-1])) == uris(many.stories())


def test_search_pages_stay_put_when_a_story_changes_meanwhile(many, article):
    found = list(many.stories("smoke", limit=4))
    many.add_analysis(article("urn:4", ["Smoke rose again."]))
    assert uris(many.stories("smoke", before=found[-1])) == ["urn:3", "urn:2", "urn:1", "urn:0"]


def test_only_newest_revisions_are_found(library, article):
    library.add_analysis(article("urn:a", ["Old words."]))
    library.add_analysis(article("urn:b", ["Old words."]))
    library.add_analysis(article("urn:a", ["New words."]))
    assert uris(library.stories("old")) == ["urn:b"]
    library.add_analysis(article("urn:b", ["New words."]))
    assert uris(library.stories("old")) == []
    assert uris(library.stories("new")) == ["urn:b", "urn:a"]
    library.add_analysis(article("urn:a", ["Old words."]))
    assert uris(library.stories("old")) == ["urn:a"]
    assert library.check(deep=True).ok


def test_search_does_not_care_for_accents(library, article):
    library.add_analysis(article("urn:a", ["Café Zürich."]))
    assert uris(library.stories("cafe zurich")) == ["urn:a"]


@given(st.text(max_size=30) | st.text('"*()^:-+ ANDORNOT{}', max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_searched_for(library, text):
    assert list(library.stories(text)) == []


@pytest.mark.parametrize("text", ["", "  ", "-- !", "\udcff\0"])
def test_texts_without_words(text):
    assert search.match([text], goes_on=True) in {None, '"? "*'}


def test_queries_are_quoted():
    assert search.match(["depot", '"fire'], goes_on=True) == '"depot" """fire"*'
    assert search.match(["night bus", "late"], goes_on=False) == '"night bus" "late"'
    assert search.match(["a"] * 100, goes_on=True).count('"a"') == search.MAX_TERMS


def test_progress_is_the_asking_editors(library, article, act, path):
    library.add_analysis(article("urn:a", ["One.", "Two."]))
    opened = library.open(1)
    library.record(opened, [act(opened, 1, Label.OPINION)])
    library.record(opened, [act(opened, 2, editor="ben")])
    (story,) = library.stories()
    assert (story.progress.opinion, story.progress.confirmed, story.progress.open) == (1, 0, 1)
    library.editor = "ben"
    assert library.find(1).progress.confirmed == 1
    library.editor = "cleo"
    assert next(library.stories("two")).progress.tagged == 0


def test_what_a_story_is_called(article):
    long = article("urn:a", ["word " * 40])
    assert title_of(long) == ("word " * 16)[:79] + "…"
    assert title_of(article("urn:a", ["First words."])) == "First words."
    empty = Analysis(long.article, Split((), (), (), Order.SINGLE), ())
    assert title_of(empty) == "urn:a"


def test_file_names_that_are_no_text_are_stored_all_the_same(library, article):
    added = library.add_analysis(article("urn:\udce9", ["One."], source="caf\udce9.txt"))
    assert library.open(added.story).revision.source == "caf?.txt"
    assert library.find("urn:\udce9").uri == storable("urn:\udce9")
