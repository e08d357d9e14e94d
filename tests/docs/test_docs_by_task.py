"""The docs name keys, commands and files that there are."""

import html
import re
import shlex
from pathlib import Path

import click
import pytest

from newsreader.cli.main import main
from newsreader.tui.commands import COMMANDS, shown

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TASKS = ("reading", "tagging", "data", "safety")
KEYS = {shown(key) for command in COMMANDS for key in command.keys}


def ids(page):
    return page.name


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_key_is_one_of_the_table(page):
    named = re.findall(r"<kbd>(.*?)</kbd>", page.read_text(encoding="utf-8"))
    assert {html.unescape(key) for key in named} <= KEYS


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_command_and_option_exists(page):
    text = page.read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    lines = [line.strip() for line in blocks.splitlines() if line.strip().startswith("newsreader ")]
    lines += re.findall(r"`(newsreader (?:[a-z]+|--)[^`]*)`", text)
    for line in lines:
        words = shlex.split(line, comments=True)[1:]
        name = next((word for word in words if not word.startswith("-")), "")
        command = main.commands.get(name, main)
        known = {
            option for each in (command, main) for param in each.params for option in param.opts
        } | {"--help"}
        options = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert options <= known, line
        if name and name not in main.commands:
            assert "." in name or "/" in name or name.isupper(), line


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_file_that_is_linked_exists(page):
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), target


def test_each_task_has_its_page_and_the_readme_leads_to_it():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in TASKS:
        assert f"(docs/{name}.md)" in readme
    assert isinstance(main, click.Group)
