"""Every command is reached three ways where it counts: by a plain key, the palette, the help."""

import pytest

from newsreader.config import Config
from newsreader.library import Library
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.commands import COMMANDS, Command, Offer, at, shown
from newsreader.tui.commands.command import WHY_NOT, always
from newsreader.tui.commands.keymap import is_plain
from newsreader.tui.pages.help_screen import HelpScreen, KeyTable, begun
from newsreader.tui.pages.palette import Hits, Palette, commands_for
from newsreader.tui.reader.screen import ReaderScreen
from newsreader.tui.stories.list_screen import ListScreen

SCREENS = {"list": ListScreen, "reader": ReaderScreen, "app": ReaderScreen}
NAMES = [f"{command.place}.{command.id}" for command in COMMANDS]


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "desk.library", editor="eve") as opened:
        (tmp_path / "a.txt").write_text("A title of some words\n\nFirst words. Second words.\n")
        (tmp_path / "b.txt").write_text("Another title\n\nOther words.\n")
        opened_all = [*opened.add(str(tmp_path / "a.txt")), *opened.add(str(tmp_path / "b.txt"))]
        assert len(opened_all) == 2
        yield opened


def text_of(app):
    return "\n".join(
        "".join(segment.text for segment in strip)
        for strip in app.screen._compositor.render_strips()
    )


def offered(place):
    return [Offer(each) for each in at(place if place != "app" else "reader")]


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_by_a_plain_key(command: Command):
    plain = [key for key in command.keys if is_plain(key)]
    assert plain
    bound = SCREENS[command.place]._merged_bindings.key_to_bindings
    if command.place == "app":
        bound = NewsreaderApp._merged_bindings.key_to_bindings
    assert any(
        binding.action == command.action and binding.id == f"{command.place}.{command.id}"
        for bindings in bound.values()
        for binding in bindings
    )


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_by_its_name_in_the_palette(command: Command):
    found = commands_for(command.title, offered(command.place)).by_name
    assert command in [offer.command for offer in found] or command.id == "palette"
    assert all(offer.command.title == command.title for offer in found[:1])


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_in_the_help_with_all_its_keys(command: Command):
    place = command.place if command.place != "app" else "reader"
    table = KeyTable(place, offered(command.place))
    for width in (36, 76, 116):
        rows = ["".join(text for _, text in parts) for parts in table.rows(width)]
        said = " ".join(" ".join(rows).split())
        assert " ".join(map(shown, command.keys)) in said
        if width < 100:  # one column, so that the words follow each other
            assert " ".join(command.help.split()[:2]) in said


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_why_it_does_not_apply_is_known(command: Command):
    assert command.when is always or WHY_NOT[command.when]


def test_no_two_commands_of_a_place_do_the_same():
    for place in ("list", "reader"):
        names = [(each.command.title, each.command.help) for each in offered(place)]
        assert len(set(names)) == len(names)


def test_words_are_found_by_their_beginnings():
    assert begun(["tag", "con"], "Tag the statement (confirmed)")
    assert not begun(["ag"], "Tag the statement")


async def test_the_palette_offers_what_does_not_apply_and_says_why(library):
    async with NewsreaderApp(library, story=1).run_test(size=(100, 30)) as pilot:
        await pilot.press("colon", *"end search")
        assert "not now: no search is on" in text_of(pilot.app)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, Palette)
        await pilot.press("ctrl+u", *"next theme", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert pilot.app.theme == "light"


async def test_the_palette_has_every_story(library, tmp_path):
    for i in range(70):
        (tmp_path / f"{i}.txt").write_text(f"Story number {i}\n\nWords of it.\n")
        list(library.add(str(tmp_path / f"{i}.txt")))
    async with NewsreaderApp(library).run_test(size=(100, 30)) as pilot:
        await pilot.press("colon")
        hits = pilot.app.screen.query_one(Hits)
        for _ in range(12):
            await pilot.press("pagedown")
        count = len(at("list")) - 1  # but the palette itself
        assert hits.cursor == hits.last() == count + 72 - 1
        await pilot.press(*"number 42", "enter")
        assert pilot.app.screen.session.opened.story.title == "Story number 42"


@pytest.mark.parametrize("size", [(1, 1), (4, 4), (6, 10), (20, 5), (40, 16), (300, 100)])
async def test_help_and_palette_at_every_size(library, size):
    async with NewsreaderApp(library, story=1).run_test(size=size) as pilot:
        await pilot.press("question_mark", "slash", *"tag", "down", "pagedown", "enter", "G", "g")
        await pilot.resize_terminal(30, 8)
        await pilot.press("escape", "escape")
        assert isinstance(pilot.app.screen, ReaderScreen)
        await pilot.press("colon", *"o", "down", "pagedown", "up")
        await pilot.resize_terminal(*size)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_help_is_searched_as_one_types(library):
    async with NewsreaderApp(library, story=1).run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark", "slash", *"qjevid")
        assert "no command of that name" in text_of(pilot.app)
        assert "0 commands" in text_of(pilot.app)
        await pilot.press("ctrl+u", *"evid")
        assert "Write down the evidence" in text_of(pilot.app)
        assert "Put your label again on" not in text_of(pilot.app)
        await pilot.press("enter")  # kept
        assert "Put your label again on" not in text_of(pilot.app)
        await pilot.press("escape")  # all again
        assert "Put your label again on" in text_of(pilot.app)
        await pilot.press("slash", "s")  # one sign: a key
        assert "Tag the statement as speculative" in text_of(pilot.app)
        assert "Tag the statement as opinion" not in text_of(pilot.app)
        await pilot.press("ctrl+c", "f1")
        assert not isinstance(pilot.app.screen, HelpScreen)
        assert pilot.app.screen.session.progress().tagged == 0


async def test_help_shows_and_closes_by_the_keys_in_force(library):
    config = Config(keys={"app.help": ("Z",), "reader.confirmed": ("W",)})
    async with NewsreaderApp(library, story=1, config=config).run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, ReaderScreen)
        await pilot.press("Z")
        assert "W                   Tag the statement as confirmed" in text_of(pilot.app)
        await pilot.press("Z")
        assert isinstance(pilot.app.screen, ReaderScreen)
