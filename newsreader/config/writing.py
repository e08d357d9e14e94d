"""The settings in words: the commented default file, what is in force, and the page of the docs.

All of it is made from the table in :mod:`newsreader.config.table`.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping

from newsreader.config.kinds import TableOf
from newsreader.config.origin import Origin
from newsreader.config.settings import Config
from newsreader.config.table import Setting, settings

WIDTH = 96
"""Characters of a line of comment."""


def default_file() -> str:
    """The content of a settings file that says all and changes nothing."""
    lines = [
        "# The settings of newsreader, in TOML. Every line here is a comment: take the # away",
        "# from a setting and change it. `newsreader config` shows what is in force,",
        "# `newsreader config --check` whether this file is right.",
    ]
    for each in settings().values():
        lines += ["", *(f"# {line}" for line in textwrap.wrap(each.help, WIDTH))]
        lines += [f"#{line}" for line in _example(each)]
    return "\n".join(lines) + "\n"


def _example(each: Setting) -> list[str]:
    """The setting as it may be written."""
    if each.is_table:
        return [f"[{each.name}]", *each.example.split("\n")]
    return [f"{each.name} = {each.example}"]


def in_force(config: Config, said: Mapping[str, tuple[object, str]]) -> Iterator[str]:
    """The settings in force, as TOML with a comment on where each comes from.

    Args:
        config: what the file says.
        said: what is in force instead of a setting of the file, and who says so.
    """
    tables: list[str] = []
    for each in settings().values():
        value = getattr(config, each.name)
        if each.is_table:
            tables += _table(each.name, value, config.origin)
            continue
        where = config.origin.where(each.name) if each.name in config.origin.lines else "default"
        value, where = said.get(each.name, (value, where))
        # TOML has no word for nothing
        said_so = f"# {each.name}: none" if value is None else f"{each.name} = {_toml(value)}"
        yield f"{said_so}  # {where}"
    yield from tables


def _table(name: str, values: Mapping[str, object], origin: Origin) -> Iterator[str]:
    if values:
        yield f"[{name}]"
    for key, value in values.items():
        yield f"{key} = {_toml(value)}  # {origin.where(f'{name}.{key}')}"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def settings_page() -> str:
    """docs/configuration.md's table of settings."""
    lines: list[str] = []
    for each in settings().values():
        kind = f"{each.kind.words}; each value {each.kind.of.words}" if isinstance(
            each.kind, TableOf
        ) else each.kind.words  # fmt: skip
        lines += [f"### `{each.name}`", "", each.help, "", f"It must be {kind}.", ""]
        lines += ["```toml", *_example(each), "```", ""]
    return "\n".join(lines)
