"""The editor's own keys: what is taken, what is refused and how that is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.config import Config
from newsreader.config.loading import read_config
from newsreader.errors import UsageError
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.commands import COMMANDS, at, check_table, shown
from newsreader.tui.commands.keymap import is_plain, key_named, remapped
from newsreader.tui.stories.list_screen import ListScreen
from newsreader.tui.widgets.footer import KeyBar
from newsreader.tui.widgets.overlay import Page

FILE = Path("desk.toml")


def table(text):
    config = read_config(f"[keys]\n{text}", FILE)
    return {f"{each.place}.{each.id}": each for each in remapped(config.keys, config.origin)}


def test_without_settings_it_is_the_table_itself():
    assert remapped({}, Config().origin) is COMMANDS


def test_keys_are_replaced_the_plain_ones_first():
    assert table('reader.confirmed = ["ctrl+w", "W", "F7"]')["reader.confirmed"].keys == (
        "W", "f7", "ctrl+w",
    )  # fmt: skip


def test_two_commands_may_change_places():
    found = table('reader.next-statement = "k"\nreader.previous-statement = "j"')
    assert found["reader.next-statement"].keys == ("k",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('\nreader.confirmd = "y"', "desk.toml:3: keys: no command 'reader.confirmd'"),
        ('reader.confirmd = "y"', "did you mean reader.confirmed?"),
        ('reader.confirmed = ["y",\n\n"ctrl+hyper"]', "desk.toml:4: keys.reader.confirmed: no key"),
        ('reader.clear = "ctrl+y"', "desk.toml:2: keys.reader.clear: no plain key is left"),
        ('reader.clear = "u"', "desk.toml:2: keys: 'u' stands for two commands: "),
        ('reader.clear = "u"', "reader.clear and reader.undo"),
        ('\n\nreader.clear = "?"', "desk.toml:4: keys: '?' stands for two commands"),
        ('app.help = "j"', "desk.toml:2: keys: 'j' stands for two commands"),
        ('list.retry = "esc"', "list.clear-search"),
        ('list.quit = ["x", "ctrl+m"]', "list.open"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, says):
    with pytest.raises(UsageError) as refused:
        table(text)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("j", "j"), ("J", "J"), (",", ","), ("+", "+"), (" ", "space"), ("Space", "space"),
        ("Esc", "escape"), ("↓", "down"), ("PgDn", "pagedown"), ("F12", "f12"), ("f25", None),
        ("Ctrl+N", "ctrl+n"), ("shift+a", "A"), ("shift+tab", "shift+tab"), ("alt+ä", "alt+ä"),
        ("", None), ("jj", None), ("ctrl+", None), ("\x1b", None), ("ctrl+jj", None), ("é", "é"),
    ],
)  # fmt: skip
def test_how_keys_may_be_written(written, key):
    assert key_named(written) == key


@given(st.text(max_size=12))
def test_any_text_is_a_key_or_none(written):
    key = key_named(written)
    assert key is None or key_named(key) == key


def test_every_key_of_the_table_can_be_written_as_it_is_and_as_it_is_shown():
    for key in {key for command in COMMANDS for key in command.keys}:
        assert key_named(key) == key
        assert key_named(shown(key)) == key
    assert all(any(map(is_plain, command.keys)) for command in COMMANDS)


def bar(app):
    return "".join(text for _, text in app.screen.query_one(KeyBar)._lines[0])


async def test_new_keys_act_and_are_shown_and_old_ones_do_neither(desk, reader_app):
    keys = {"reader.confirmed": ("W",), "reader.next-update": (",",), "app.quit-now": ("Z",)}
    app = reader_app(desk, config=Config(keys=keys))
    async with app.run_test(size=(120, 30)) as pilot:
        assert "W confirmed" in bar(app)
        assert ", update" in bar(app)
        await pilot.press("c", "]", "Q")
        assert (desk.session.n, desk.session.progress().tagged) == (1, 0)
        await pilot.press("W", "comma")
        assert desk.session.progress().confirmed == 1
        assert desk.session.update == 1
        await pilot.press("ctrl+c")
        assert "Z leaves the program" in bar(app)
        await pilot.press("Z")
    assert app.return_code == 0


@pytest.mark.parametrize("command", ["guidelines", "sources"])
async def test_what_a_key_opened_the_same_key_puts_away_whichever_it_is(desk, reader_app, command):
    app = reader_app(desk, config=Config(keys={f"reader.{command}": ("W",)}))
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.screen
        await pilot.press("W")
        assert app.screen is not reader
        await pilot.pause()
        page = app.screen.query_one(Page)
        assert page.ending().endswith("Esc closes")
        assert page.own_key == "W"
        old = next(each.keys[0] for each in COMMANDS if each.id == command)
        assert app.screen.take_key(old, old) is False
        assert app.screen.take_key("W", "W")
        await pilot.pause()
        assert app.screen is reader


async def test_where_a_key_is_told_it_is_the_one_in_force(desk, reader_app):
    keys = {"reader.next": ("W",), "reader.left-behind": ("Z",), "reader.panel-down": ("f9",)}
    app = reader_app(desk, config=Config(keys=keys))
    async with app.run_test(size=(140, 6)) as pilot:
        assert app.screen.keys["left-behind"] == "Z"
        panel = app.screen.query_one("#panel-beside")
        assert "more F9" in "".join(text for line in panel._lines for _, text in line)
        await pilot.press("G", "c")
        assert "still open, W finds them" in bar(app)


async def test_the_list_takes_them_too(desk, reader_app):
    class ListApp(NewsreaderApp):
        pass

    app = ListApp(desk, config=Config(keys={"list.quit": ("ctrl+x", "Z")}), now=lambda: None)
    screen = app._list()
    assert isinstance(screen, ListScreen)
    assert "q" not in screen._bindings.key_to_bindings
    assert {"Z", "ctrl+x", "j"} <= set(screen._bindings.key_to_bindings)
    assert screen.key("quit") == "Z"


def test_a_table_with_new_keys_is_checked_like_the_old_one():
    changed = tuple(table('reader.clear = "W"').values())
    check_table(changed)
    assert [each.id for each in at("reader", changed)] == [each.id for each in at("reader")]
