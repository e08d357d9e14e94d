"""What a page of a list costs does not grow with the library: counted in steps, never in time."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from benchmarks.make_library import COMMON, EDITOR, PREFIX, RARE, make
from newsreader.filtering import parse
from newsreader.library import Library
from newsreader.tui.stories.story_feed import PAGE

SMALL, LARGE = 500, 5_000
LISTS = (
    *("", "sort:published", "sort:added", "sort:title", "sort:open"),
    *("is:untagged", "is:progress", "is:done", "is:mine", "has:speculative", "has:note"),
    *("is:waiting", "is:stale", "is:gone", "since:7d", "label:none", "untagged:>5"),
    *("is:progress sort:title", "is:untagged sort:title", "-is:done", "by:ben"),
    *(COMMON, RARE, PREFIX, PREFIX[0], f"{RARE} {PREFIX}", f"{COMMON} {PREFIX}"),
)


@pytest.fixture(scope="module")
def libraries(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scale")
    for count in (SMALL, LARGE):
        make(folder / f"{count}.library", count)
    with (
        closing(Library(folder / f"{SMALL}.library", editor=EDITOR)) as small,
        closing(Library(folder / f"{LARGE}.library", editor=EDITOR)) as large,
    ):
        yield small, large


def steps(library, act):
    """Steps of SQLite's virtual machine that something takes, in tens."""
    count = 0

    def step():
        nonlocal count
        count += 1

    act()  # what is loaded once is there then
    connection = library._database.connection
    connection.set_progress_handler(step, 10)
    try:
        found = act()
    finally:
        connection.set_progress_handler(None, 0)
    return count, found


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("line", LISTS)
def test_a_page_costs_the_same(libraries, line, back):
    wanted = parse(line, date(2021, 1, 9)) if line else ""
    costs = []
    for library in libraries:
        count, found = steps(
            library, lambda it=library: it.stretch(wanted, None, PAGE, back=back, looks=2_000)
        )
        costs.append((count, len(found.stories)))
    (small, few), (large, many) = costs
    room = 1.1 if many == few else (many + 10) / (few + 1)  # rows that there are only in one
    counted = 2_000 if ":7d" in line else 0  # looked at, to see whether they are few
    assert large <= room * small + 1_500 + counted


@pytest.mark.parametrize("line", ["", "sort:title", "sort:open", "is:untagged", "is:progress"])
def test_a_page_far_down_costs_the_same(libraries, line):
    _, library = libraries
    wanted = parse(line) if line else ""
    first, _ = steps(library, lambda: library.stretch(wanted, None, PAGE))
    spot = library.stretch(wanted, None, 100).ends
    later, _ = steps(library, lambda: library.stretch(wanted, spot, PAGE))
    assert later <= first * 1.3 + 200


def test_how_many_there_are_is_kept(libraries):
    found = [steps(library, library.count) for library in libraries]
    assert [count for _, count in found] == [SMALL, LARGE]
    assert max(cost for cost, _ in found) <= 5


@pytest.mark.parametrize("line", LISTS)
def test_no_page_reads_a_whole_table(libraries, line):
    """Every query that a list runs goes along an index; what is sorted is what was gathered."""
    _, library = libraries
    connection = library._database.connection
    asked = []
    connection.set_trace_callback(asked.append)
    try:
        library.stretch(parse(line) if line else "", None, PAGE, looks=2_000)
    finally:
        connection.set_trace_callback(None)
    for query in asked:
        if not query.startswith("SELECT") or "'main'." in query:  # FTS5's own
            continue
        plan = " / ".join(row[-1] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}"))
        if "FROM (SELECT 1" in query or "MATCH" in query:  # as far as their LIMIT
            continue
        scans = [step for step in plan.split(" / ") if step.startswith("SCAN ")]
        assert all("USING" in step or "VIRTUAL" in step for step in scans), (query, plan)
        gathered = "INDEXED BY" in query or "shelf h" in query
        assert gathered or "TEMP B-TREE" not in plan, (query, plan)


def test_what_was_made_is_whole(libraries):
    small, _ = libraries
    report = small.check(deep=True)
    assert (report.ok, report.problems) == (True, ())
    assert report.counts["stories"] == SMALL


def test_where_filters_find_stories_is_checked(libraries, tmp_path):
    small, _ = libraries
    copy = tmp_path / "copy.library"
    small.backup(copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript(
            "DELETE FROM shelf WHERE kind = 'done'; UPDATE counted SET n = n + 1;"
        )
    with Library(copy, editor=EDITOR) as library:
        problems = "\n".join(library.check(deep=True).problems)
    assert "where filters find it is not what its progress says" in problems
    assert "counted: not the number of stories" in problems
