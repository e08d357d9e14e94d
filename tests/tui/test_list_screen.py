"""The list: filters, orders, marks, export, adding and deleting, by keys alone."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from newsreader.config import Config
from newsreader.errors import LibraryError
from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.session import Session
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.commands import at
from newsreader.tui.widgets.footer import KeyBar
from newsreader.tui.widgets.prompt import Prompt

START = datetime(2022, 1, 5, 12, 0, tzinfo=UTC)
TEXTS = {
    "fire": "Fire at the depot\n\nThe sheds burned down. Nobody knows why it began.\n",
    "fog": "Fog over the river\n\nThe ferry was late. It may be late again.\n",
    "vote": "Council delays the vote\n\nThe vote on night buses is late. They will meet in May.\n",
}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    times = (START + timedelta(minutes=i) for i in range(10_000))
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with Library(tmp_path / "l.library", editor="eve", clock=lambda: next(times)) as library:
        for name in TEXTS:
            list(library.add(f"{name}.txt"))
        session = Session(library.open(2), "eve", library.record)
        session.note("ask")
        session.tag(Label.SPECULATIVE)
        yield library


def app_on(library, **settings):
    now = START + timedelta(hours=9)
    return NewsreaderApp(library, now=lambda: now, config=Config(**settings))


def shown(app):
    """The titles of the list, the current one's in brackets."""
    rows = app.screen.stories
    found = [rows.feed[i] for i in range(rows.feed.last(0) + 1)]
    names = {"Fire": "fire", "Fog": "fog", "Council": "vote", "New": "new"}
    titles = [names[story.title.split()[0]] for story in found if story is not None]
    return [f"[{each}]" if i == rows.cursor else each for i, each in enumerate(titles)]


def text_of(app):
    return "\n".join(
        "".join(segment.text for segment in strip)
        for strip in app.screen._compositor.render_strips()
    )


def bar(app):
    return "".join(text for _, text in app.screen.query_one(KeyBar)._lines[0])


def beside(app):
    return app.screen.query_one(Prompt)._told


async def typed(pilot, key, text, *keys):
    """A key that asks, ``text`` as a paste (keys that are pressed take their time), more keys."""
    await pilot.press(key)
    pilot.app.screen.take_paste(text)
    await pilot.press(*keys)


async def settled(pilot):
    for _ in range(400):
        if pilot.app.adding is None:
            return
        await pilot.pause(0.01)


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("1", ["[vote]", "fire"]),
        ("2", ["[fog]"]),
        ("3", []),
        ("4", ["[fog]"]),
        ("5", ["[fog]"]),
        ("6", ["[fog]"]),
        ("0", ["[vote]", "fog", "fire"]),
    ],
)
async def test_a_digit_is_a_filter_and_switches_off_again(desk, key, found):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press(key)
        assert shown(pilot.app) == found
        if not found:
            assert "No story fits the filter is:done" in text_of(pilot.app)
        await pilot.press(key)
        assert len(shown(pilot.app)) == 3


async def test_the_quick_filters_tell_the_keys_in_force(desk):
    keys = {"list.show-untagged": ("Z",), "list.show-mine": ("f6",)}
    async with app_on(desk, keys=keys).run_test(size=(80, 24)) as pilot:
        heading = text_of(pilot.app).splitlines()[1]
        assert heading.split()[:8] == ["Z", "untagged", "2", "begun", "3", "done", "F6", "mine"]
        await pilot.press("Z")
        assert pilot.app.screen.asked.line == "is:untagged"
        await pilot.press("1")
        assert pilot.app.screen.asked.line == "is:untagged"


async def test_a_day_that_was_typed_is_the_quick_filter_of_days(desk):
    async with app_on(desk).run_test(size=(120, 24)) as pilot:
        await typed(pilot, "f", "since:2021-05", "enter")
        parts = {text.strip(): look for look, text in pilot.app.screen.heading._lines[1]}
        assert (parts["since …"], parts["all"]) == ("strong", "dim")


async def test_seven_begins_a_date_that_can_be_typed(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("7")
        assert pilot.app.screen.query_one(Prompt).editor.text == "since:"
        assert beside(pilot.app) == "7d; or 2022-01-05, 2022-01 · 0 found"
        await pilot.press(*"2030", "enter")
        assert pilot.app.screen.asked.line == "since:2030"
        await pilot.press("7")
        assert pilot.app.screen.asked.line == ""
        await pilot.press("7", "enter")
        assert pilot.app.screen.asked.line == "since:7d"
        await pilot.press("escape")
        assert len(shown(pilot.app)) == 3
        await pilot.press("7", "ctrl+u", *"until:2030", "enter")
        assert pilot.app.screen.asked.line == "until:2030"
        await pilot.press("0")
        assert len(shown(pilot.app)) == 3


async def test_a_filter_line_shows_its_result_as_one_types(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("f", *"is:p")
        assert shown(pilot.app) == ["[fog]"]
        await pilot.press(*"x")
        assert shown(pilot.app) == ["[fog]"]  # what was shown stays
        assert beside(pilot.app).startswith("is:px: is: takes untagged")
        await pilot.press("enter")
        assert "is:px: is: takes" in bar(pilot.app)
        assert shown(pilot.app) == ["[fog]"]
        await pilot.press("0", "f", "up")
        assert pilot.app.screen.query_one(Prompt).editor.text == "is:px"
        await pilot.press("backspace", "enter")
        assert shown(pilot.app) == ["[fog]"]
        assert "is:p" in text_of(pilot.app).split("\n")[0]
        await pilot.press("f", "escape")
        assert shown(pilot.app) == ["[fog]"]


async def test_no_key_is_a_command_while_one_types(desk):
    keys = [command.keys[0] for command in at("list") if len(command.keys[0]) == 1]
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        for prompt in ("slash", "f", "A", "X"):
            await pilot.press(prompt, *keys)
            assert pilot.app.screen.query_one(Prompt).editor.text.startswith(keys[0])
            await pilot.press("escape")
            assert len(shown(pilot.app)) == 3
            assert not pilot.app.screen.stories.marked


async def test_escape_takes_back_one_thing_after_the_other(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("S", "1", "slash", *"night", "enter")
        assert shown(pilot.app) == ["[vote]"]
        assert "/ night · is:untagged · last published first" in text_of(pilot.app)
        await pilot.press("escape")
        assert pilot.app.screen.asked.line == "is:untagged"
        await pilot.press("escape")
        assert pilot.app.screen.asked.sort == "published"
        await pilot.press("escape")
        assert pilot.app.screen.asked.sort == "changed"


async def test_escape_takes_the_marks_away_last(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("v", "S", "escape")
        assert "1 marked" in text_of(pilot.app)
        await pilot.press("escape")
        assert "marked" not in text_of(pilot.app)
        assert not pilot.app.screen.stories.marked


async def test_the_keys_shown_are_for_what_was_asked_and_marked(desk):
    async with app_on(desk).run_test(size=(80, 20)) as pilot:
        assert "Esc" not in bar(pilot.app)
        assert "X export" not in bar(pilot.app)
        await pilot.press("v", "j")
        assert all(said in bar(pilot.app) for said in ("X export", "D delete", "Esc unmark"))
        await pilot.press("S", "j")
        assert "Esc usual order" in bar(pilot.app)
        await pilot.press("1")
        assert "Esc end filter" in bar(pilot.app)
        await pilot.press("slash", *"night", "enter")
        assert "Esc end search" in bar(pilot.app)


async def test_in_an_empty_library_adding_comes_first(tmp_path):
    with Library(tmp_path / "empty.library") as library:
        async with app_on(library).run_test(size=(40, 24)) as pilot:
            assert "No stories yet." in text_of(pilot.app)
            assert "newsreader FILE adds it" in " ".join(text_of(pilot.app).split())
            assert bar(pilot.app).split()[:2] == ["A", "add"]


async def test_where_no_story_is_shown_none_is_offered_to_be_opened(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("3")
        assert "open" not in bar(pilot.app)
        assert "A add" in bar(pilot.app)


async def test_the_cursor_comes_back_to_its_story_when_nothing_was_found(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("j")
        story = pilot.app.screen.stories.story
        for asked in ("3", "f", "slash"):
            await pilot.press(asked, *("is:done" if asked == "f" else ""))
            await pilot.press(*(("z", "z", "enter") if asked == "slash" else ("enter",)))
            assert pilot.app.screen.stories.story is None
            await pilot.press("escape")
            assert pilot.app.screen.stories.story == story


async def test_the_current_row_has_a_tint(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        rows = pilot.app.screen.stories
        tint = rows.part_style("tint").bgcolor
        assert {each.style.bgcolor for each in rows.render_line(0)} == {tint}
        assert tint not in {each.style.bgcolor for each in rows.render_line(1)}


async def test_the_order_goes_round_and_the_cursor_stays_on_its_story(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("j")
        orders = []
        for _ in range(5):
            await pilot.press("S")
            orders.append((str(pilot.app.screen.asked.sort), shown(pilot.app)))
        assert [name for name, _ in orders] == ["published", "added", "title", "open", "changed"]
        assert dict(orders)["title"] == ["vote", "fire", "[fog]"]
        assert dict(orders)["open"] == ["vote", "fire", "[fog]"]
        await pilot.press("f", *"sort:title", "enter")
        assert shown(pilot.app) == ["vote", "fire", "[fog]"]


async def test_hits_are_shown_in_their_context(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("slash", *"late")
        text = text_of(pilot.app)
        assert "The ferry was late. It may be late again." in text
        assert "The vote on night buses is late." in text
        assert beside(pilot.app) == "2 found"
        await pilot.press("enter", "j", "pagedown", "G")
        assert shown(pilot.app) == ["vote", "[fog]"]
        rows = pilot.app.screen.stories
        tints = [rows.render_line(y)._segments[-1].style for y in range(4)]
        assert tints[0] == tints[1] != tints[2] == tints[3]
        await pilot.click("StoryList", offset=(10, 1))
        await pilot.pause()
        assert shown(pilot.app) == ["[vote]", "fog"]
        await pilot.resize_terminal(40, 5)
        for _ in range(100):  # until it is drawn
            if "night buses" not in text_of(pilot.app):
                break
            await pilot.pause()
        assert "night buses" not in text_of(pilot.app)


async def test_saved_filters_are_chosen_by_name(desk):
    filters = {"begun": "is:progress", "rest": "-is:progress sort:title"}
    async with app_on(desk, filters=filters).run_test(size=(120, 20)) as pilot:
        await pilot.press("F")
        assert "rest" in text_of(pilot.app)
        await pilot.press("j", "k", "j", "enter")
        assert [each.strip("[]") for each in shown(pilot.app)] == ["vote", "fire"]
        await pilot.press("F", "escape", "F", "q")
        assert len(shown(pilot.app)) == 2
        await pilot.press("F")
        await pilot.click("Names", offset=(6, 0))
        assert shown(pilot.app) == ["[fog]"]


async def test_without_saved_filters_it_is_said_where_to_put_them(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("F")
        assert "[filters]" in bar(pilot.app)


async def test_marked_stories_are_exported_and_nothing_is_written_over_unasked(desk, tmp_path):
    target = tmp_path / "out.jsonl"
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("j", "v", "v", "v")
        assert [story.id for story in pilot.app.screen.stories.marked.values()] == [2]
        assert "1 marked" in text_of(pilot.app)
        await typed(pilot, "X", str(target), "enter")
        assert f"1 tag of 1 story written to {target}" in bar(pilot.app)
        assert json.loads(target.read_text())["label"] == "speculative"
        target.write_text("mine")
        await typed(pilot, "X", str(target), "enter")
        assert beside(pilot.app) == f"{target} is there"
        await pilot.press("n", "enter")
        assert target.read_text() == "mine"
        assert "not exported" in bar(pilot.app)
        await typed(pilot, "X", str(target), "enter", "y", "enter")
        assert json.loads(target.read_text())["label"] == "speculative"
        library = desk.path.rename(tmp_path / "l.csv")
        await typed(pilot, "X", str(library), "enter", "y", "enter")
        assert "a library or another database" in bar(pilot.app)
        library.rename(desk.path)
        await pilot.press("X", *"out.pdf", "enter")
        assert "the name ends with .jsonl, .csv" in bar(pilot.app)
        await pilot.press("X", "enter", "X", "escape")
        assert desk.check(deep=True).ok


async def test_all_that_is_shown_is_exported_where_nothing_is_marked(desk, tmp_path):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await typed(pilot, "X", str(tmp_path / "out.csv"), "enter")
        assert "1 tag of 1 story" in bar(pilot.app)
        await pilot.press("3", "X")
        assert "no story to export" in bar(pilot.app)


async def test_deleting_is_undone_by_u(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("D")
        assert shown(pilot.app) == ["[fog]", "fire"]
        assert "“Council delays the vote” deleted, tags kept · u undoes it" in bar(pilot.app)
        await pilot.press("v", "v", "D", "n", "enter")
        assert "not deleted" in bar(pilot.app)
        await pilot.press("D")
        assert "2 stories marked: “Fog over the river”" in beside(pilot.app)
        await pilot.press("y", "enter")
        assert shown(pilot.app) == []
        assert "2 stories deleted" in bar(pilot.app)
        await pilot.press("D")
        assert "no story to delete" in bar(pilot.app)
        await pilot.press("u")
        assert sorted(each.strip("[]") for each in shown(pilot.app)) == ["fire", "fog"]
        await pilot.press("u")
        assert shown(pilot.app)[0] == "[vote]"
        assert "“Council delays the vote” is back" in bar(pilot.app)
        await pilot.press("u")
        assert "no deleted story of yours" in bar(pilot.app)


async def test_a_deleted_story_can_be_looked_at_and_brought_back(desk):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("D", "D", "f", *"is:removed", "enter")
        assert "deleted" in text_of(pilot.app)
        assert [each.strip("[]") for each in shown(pilot.app)] == ["vote", "fog"]
        await pilot.press("D")
        assert "no story to delete" in bar(pilot.app)
        await pilot.press("g", "u", "0")
        assert sorted(each.strip("[]") for each in shown(pilot.app)) == ["fire", "vote"]


async def test_a_file_is_added_with_completion_and_becomes_the_current_story(desk, tmp_path):
    (tmp_path / "newspaper.txt").write_text("New words\n\nNothing else is new.\n")
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        await pilot.press("3")
        await typed(pilot, "A", f"{tmp_path}/f", "tab")
        assert beside(pilot.app) == "fire.txt  fog.txt"
        await typed(pilot, "ctrl+w", f"{tmp_path}/newsp", "tab", "enter")
        await settled(pilot)
        assert shown(pilot.app)[0] == "[new]"
        assert "1 added" in bar(pilot.app)
        await typed(pilot, "A", str(tmp_path), "enter")
        await settled(pilot)
        assert "4 unchanged" in bar(pilot.app)
        await pilot.press("A", *"nope", "tab")
        assert beside(pilot.app) == "nothing like that"
        await pilot.press("enter")
        await settled(pilot)
        assert "nope: no such file" in bar(pilot.app)
        await pilot.press("A", "enter", "A", "escape")


async def test_one_may_type_while_files_are_added(desk, tmp_path):
    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        screen = pilot.app.screen
        screen._begin(str(tmp_path))
        screen.action_add()
        assert "still adding" in bar(pilot.app)
        await pilot.press("slash")
        await settled(pilot)
        await pilot.press("escape")
        assert len(shown(pilot.app)) == 3


async def test_a_library_that_fails_while_adding_is_told(desk, monkeypatch):
    def fail(*_, **__):
        raise LibraryError("the library is damaged")

    async with app_on(desk).run_test(size=(120, 20)) as pilot:
        monkeypatch.setattr(Library, "load_all", fail)
        pilot.app.screen._begin("x")
        await settled(pilot)
        assert "the library is damaged" in bar(pilot.app)
        monkeypatch.setattr(desk, "contexts", fail)
        await pilot.press("slash", *"late")
        assert len(shown(pilot.app)) == 2


async def test_a_click_on_a_quick_filter_switches_it(desk):
    async with app_on(desk).run_test(size=(140, 20)) as pilot:
        line = text_of(pilot.app).split("\n")[1]
        await pilot.click("Heading", offset=(line.index("in progress") + 1, 1))
        assert shown(pilot.app) == ["[fog]"]
        await pilot.click("Heading", offset=(138, 1))
        await pilot.click("Heading", offset=(3, 0))
        assert shown(pilot.app) == ["[fog]"]
        await pilot.press("slash")
        await pilot.click("Heading", offset=(line.index("all") + 1, 1))
        assert len(shown(pilot.app)) == 1


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (12, 4), (24, 8), (40, 12), (59, 11), (300, 100)])
async def test_any_size_is_survived_with_everything_open(desk, size):
    async with app_on(desk, filters={"a" * 50: "is:done"}).run_test(size=size) as pilot:
        await pilot.press("v", "slash", *"late", "enter", "S", "1", "2", "f", *"is:x", "escape")
        await pilot.press("F", "escape", "D", "u", "X", "escape", "A", "tab", "escape", "0")
        await pilot.resize_terminal(80, 24)
        assert len(shown(pilot.app)) == 3


@pytest.mark.parametrize("size", [(120, 30), (80, 24), (40, 12)], ids=str)
def test_how_the_list_looks(desk, snap_compare, size):
    keys = ["v", "slash", *"late", "enter", "S"]
    assert snap_compare(app_on(desk), terminal_size=size, press=keys)
