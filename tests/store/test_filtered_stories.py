"""What a filter asks for is what comes, page by page, in every order, along an index."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.errors import UsageError
from newsreader.filtering import parse
from newsreader.library import listing
from newsreader.library.removing import remove
from newsreader.model.event import Label
from newsreader.model.filter import Sort

NAMES = ("apple", "Brick", "cedar", "Dune", "ember")


@pytest.fixture
def desk(library, article, act):
    """Five stories: 1 done, 2 in progress with a note, 3 of another editor, 4 removed, 5 left."""
    for n, name in enumerate(NAMES, 1):
        words = [f"The {name} story.", "Smoke rose over the night bus.", f"Number {n} it was."]
        library.add_analysis(article(f"urn:{n}", words[:n], source=f"{name}-wire.txt"))
    one, two, three, five = (library.open(n) for n in (1, 2, 3, 5))
    library.record(one, [act(one, 1, Label.CONFIRMED)])
    library.record(two, [act(two, 1, Label.SPECULATIVE, note="ask")])
    library.record(three, [act(three, 2, Label.OPINION, editor="ben", evidence="log")])
    library.record(five, [act(five, 3, Label.OPINION)])
    library.add_analysis(article("urn:5", ["The ember story.", "Other words."]))
    with library._database.writing() as connection:
        for n in (1, 2, 3):
            connection.execute("UPDATE story SET published = ? WHERE id = ?", (f"2022-0{n}-05", n))
    remove(library, [library.find(4)])
    return library


def numbers(library, text):
    return sorted(story.id for story in library.stories(parse(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [1, 2, 3, 5]),
        ("smoke", [2, 3]),
        ("smo", [2, 3]),
        ('"smo"', []),
        ('"night bus"', [2, 3]),
        ('"bus night"', []),
        ("-smoke", [1, 5]),
        ("-?", [1, 2, 3, 5]),
        ("?", []),
        ("smoke -number", [2]),
        ("label:confirmed", [1]),
        ("-label:confirmed", [2, 3, 5]),
        ("label:none", [2, 3, 5]),
        ("untagged:>1", [3, 5]),
        ("untagged:0", [1]),
        ("untagged:<=1", [1, 2]),
        ("is:untagged", [3, 5]),
        ("is:progress", [2]),
        ("is:done", [1]),
        ("-is:done", [2, 3, 5]),
        ("is:mine", [1, 2, 5]),
        ("by:ben", [3]),
        ("-by:ben", [1, 2, 5]),
        ("is:removed", [4]),
        ("-is:removed", [1, 2, 3, 5]),
        ("is:removed smoke", [4]),
        ("has:note", [2]),
        ("-has:note", [1, 3, 5]),
        ("has:evidence", [3]),
        ("has:opinion", [3, 5]),
        ("has:news", [5]),
        ("-has:news", [1, 2, 3]),
        ("has:left-behind", [5]),
        ("date:2022-01..2022-02", [1, 2]),
        ("-date:2022-01..2022-02", [3, 5]),
        ("since:2022-02-05", [2, 3]),
        ("until:2022-01", [1]),
        ("aged:2022-01-05", [2]),
        ("-aged:2022-01-05", [1, 3, 5]),
        ("aged:2021", []),
        ("added:2022-01-05", [1, 2, 3, 5]),
        ("added:2023", []),
        ("source:CEDAR", [3]),
        ("source:%", []),
        ("source:_", []),
        (r"source:\\", []),
        ("smoke is:progress has:note -by:ben", [2]),
    ],
)
def test_a_filter_finds_what_it_asks_for(desk, text, found):
    assert numbers(desk, text) == found


@pytest.mark.parametrize("words", ["", "the"])
@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("changed", [5, 3, 2, 1]),
        ("published", [3, 2, 1, 5]),
        ("added", [5, 3, 2, 1]),
        ("title", [1, 2, 3, 5]),
        ("open", [3, 5, 2, 1]),
    ],
)
def test_every_order_goes_page_by_page(desk, monkeypatch, sort, order, words):
    wanted = parse(f"sort:{sort} {words}")
    if sort == "open":  # three open; two of two; one of two; none
        order = [3, 5, 2, 1]
    monkeypatch.setattr(listing, "PAGE", 1)
    assert [story.id for story in desk.stories(wanted)] == order
    for at in range(len(order)):
        before = desk.find(order[at])
        assert [story.id for story in desk.stories(wanted, before=before)] == order[at + 1 :]


def test_the_hits_are_shown_in_their_context(desk):
    wanted = parse("night num")
    found = list(desk.stories(wanted))
    pieces = desk.contexts(found, wanted, 12)
    assert set(pieces) == {3}
    start, end = listing.HIT_START, listing.HIT_END
    assert f"{start}night{end}" in pieces[3]
    assert f"{start}Number{end}" in pieces[3]
    assert desk.contexts(found, parse("is:done"), 12) == {}
    assert desk.contexts(found, parse("?"), 12) == {}
    assert desk.contexts([], wanted, 12) == {}


@given(st.text(max_size=40) | st.text('ab:s-"<>=.2 %*^()', max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_line_breaks_a_query(library, text):
    try:
        wanted = parse(text)
    except UsageError:
        return
    for sort in (None, *Sort):
        assert list(library.stories(wanted._replace(sort=sort))) == []
