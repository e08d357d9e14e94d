"""The table of commands: no clashes, help for all, a plain key for all, a method for all."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

import newsreader.tui
from newsreader.errors import UsageError
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.commands import COMMANDS, at, check_table, shown
from newsreader.tui.plain.key_line import keys_that_fit
from newsreader.tui.reader.screen import ReaderScreen
from newsreader.tui.stories.list_screen import ListScreen

SCREENS = {"app": NewsreaderApp, "list": ListScreen, "reader": ReaderScreen}
NAMES = [f"{command.place}.{command.id}" for command in COMMANDS]
SOURCES = sorted(Path(newsreader.tui.__file__).parent.rglob("*.py"))
DOOR = {"safe.py", "terminal.py"}  # the door, and the net below it


def test_the_table_has_no_clashes():
    check_table()


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_every_command_has_words_a_plain_key_and_a_method(command):
    assert command.title
    assert command.help
    assert command.group
    assert any(len(key) == 1 or key in {"space", "f1", "f12"} for key in command.keys)
    assert "+" not in command.keys[0]
    assert callable(getattr(SCREENS[command.place], f"action_{command.action}"))


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_every_key_is_bound_to_its_action(command):
    bound = SCREENS[command.place]._merged_bindings.key_to_bindings
    actions = {binding.action for bindings in bound.values() for binding in bindings}
    assert command.action in actions


@pytest.mark.parametrize(
    ("key", "taken"), [("j", "next-statement"), ("?", "help"), ("ctrl+i", "panel")]
)
def test_a_clash_is_refused_and_both_are_named(key, taken):
    other = COMMANDS[0]._replace(id="other", keys=(key,), place="reader")
    with pytest.raises(UsageError, match=rf"{taken} and .*other|other and .*{taken}"):
        check_table([*COMMANDS, other])


def test_a_name_used_twice_is_refused():
    with pytest.raises(UsageError, match="confirmed"):
        check_table([*COMMANDS, COMMANDS[0]._replace(keys=("9",))])


def test_the_app_counts_everywhere():
    assert {"help", "quit-now"} <= {command.id for command in at("list")}
    assert {command.place for command in at("app")} == {"app"}


def test_keys_are_written_for_people():
    assert [shown(key) for key in ("down", "escape", "c", "ctrl+d")] == ["↓", "Esc", "c", "ctrl+d"]


@pytest.mark.parametrize("room", [0, 5, 12, 40, 60, 500])
def test_the_footer_never_takes_more_than_its_room(room):
    parts = keys_that_fit(at("reader"), room)
    assert sum(len(text) for _, text in parts) <= room


def test_the_footer_drops_the_least_important_first():
    texts = [
        text for _, text in keys_that_fit([each for each in at("list") if not each.waiting], 15)
    ]
    assert " keys" in texts
    assert " commands" not in texts


# -- the door ----------------------------------------------------------------------------------


def _calls(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            yield node, name or (node.func.id if isinstance(node.func, ast.Name) else "")


def _widgets(tree):
    """The widgets of Textual that the module uses and that read a str as markup."""
    sources = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {
        alias.name
        for node in sources
        if str(node.module).startswith("textual.widgets")
        for alias in node.names
    }


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_only_the_door_turns_text_into_what_widgets_show(source):
    """No markup, no text type built elsewhere, no str given to a widget that parses it."""
    if source.name in DOOR:
        return
    tree = ast.parse(source.read_text("utf-8"))
    assert not _widgets(tree), "Textual's own widgets read markup"
    for node, name in _calls(tree):
        assert name not in {"Content", "Text", "from_markup", "from_rich_text", "notify"}, (
            node.lineno
        )


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_titles_and_tooltips_are_never_assigned_a_str(source):
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            assert node.attr not in {"border_title", "border_subtitle", "tooltip"}, node.lineno


def test_the_table_can_be_read_without_textual():
    tree = ast.parse(Path(import_module("newsreader.tui.commands").__file__).read_text("utf-8"))
    imported = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert not {name for name in imported if name.startswith(("textual", "rich"))}


def test_in_a_narrow_footer_the_labels_are_still_there():
    texts = "".join(
        text for _, text in keys_that_fit([each for each in at("reader") if not each.waiting], 29)
    )
    assert "c conf s spec o opin" in texts
