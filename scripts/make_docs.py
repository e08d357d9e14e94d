"""Make the generated pages of docs/ from the code.

keys.md, the help in commands.md and the settings in configuration.md:

python -m scripts.make_docs          write them
python -m scripts.make_docs --check  exit 1 when one is not what the code says
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

import click

from newsreader.cli.main import main as commands
from newsreader.config.writing import settings_page
from newsreader.tui.commands import COMMANDS, shown

DOCS = Path(__file__).parent.parent / "docs"
HELP = "<!-- help: generated -->", "<!-- /help -->"
SETTINGS = "<!-- settings: generated -->", "<!-- /settings -->"
PLACES = {"app": "Everywhere", "list": "In the list", "reader": "In the reader"}


def keys_page() -> str:
    """The key table, by place and group."""
    lines = [
        "# Keys",
        "",
        "Made from the command table by `scripts/make_docs.py`. The name is what a command is",
        "called [in the settings](configuration.md#other-keys), where it can be given other keys.",
        "",
    ]
    for place, title in PLACES.items():
        lines += [
            f"## {title}",
            "",
            "| keys | command | what it does | name |",
            "|---|---|---|---|",
        ]
        here = [command for command in COMMANDS if command.place == place]
        for _, group in groupby(here, key=lambda command: command.group):
            for command in group:
                keys = " ".join(f"`{shown(key)}`" for key in command.keys)
                lines.append(
                    f"| {keys.replace('|', chr(92) + '|')} | {command.title} | {command.help} "
                    f"| `{place}.{command.id}` |"
                )
        counted = [f"`{shown(command.keys[0])}`" for command in here if command.counted]
        if counted:
            lines += [
                "",
                "A number typed before these says how often, how many, or which. `4` to `9` begin",
                "one (`4s`, `45G`); `0` to `3` are labels, so `#` begins one with any digit: `#12`",
                "and `Enter` goes to statement 12, `#12j` goes 12 on. What digits are is",
                "[a setting](configuration.md).",
                "",
                " ".join(counted),
            ]
        lines.append("")
    return "\n".join(lines)


def help_text() -> str:
    """The ``--help`` of every command, as the program prints it."""
    root = click.Context(commands, info_name="newsreader")
    parts = [commands.get_help(root)]
    for name in sorted(commands.commands):
        command = commands.commands[name]
        if not command.hidden:
            context = click.Context(command, info_name=name, parent=root)
            parts.append(command.get_help(context))
    return "\n\n".join(f"```text\n{part}\n```" for part in parts)


def with_part(name: str, marks: tuple[str, str], part: str) -> str:
    """The page of that name with its generated part, between two marks, made anew."""
    start, end = marks
    page = (DOCS / name).read_text(encoding="utf-8")
    head, _, rest = page.partition(start)
    _, _, tail = rest.partition(end)
    return f"{head}{start}\n\n{part}\n\n{end}{tail}"


def main() -> int:
    """Write or check the pages."""
    pages = {
        DOCS / "keys.md": keys_page(),
        DOCS / "commands.md": with_part("commands.md", HELP, help_text()),
        DOCS / "configuration.md": with_part("configuration.md", SETTINGS, settings_page()),
    }
    stale = 0
    for path, text in pages.items():
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                print(f"{path.name} is not what the code says: run scripts/make_docs.py")
                stale = 1
        else:
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main())
