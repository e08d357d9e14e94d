"""The options that every command takes, and the group that opens the program for a source."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

import click

from newsreader.cli.opening import Common
from newsreader.errors import UsageError

TYPE_CHECKING = False

OPEN = "open"
"""The hidden command that opens the program on sources."""

LIBRARY_HELP = "The library to use."
EDITOR_HELP = "Who reads and tags."


class SourcesOrCommand(click.Group):
    """A group whose first word is a command or, when it is none, a source to open."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The named command, or ``open`` with all the words as its arguments."""
        if self.get_command(ctx, args[0]) is None:
            return OPEN, self.get_command(ctx, OPEN), args
        return super().resolve_command(ctx, args)


class FilterCommand(click.Command):
    """A command whose words may begin with a ``-`` that negates, as ``-is:done``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Options as ever; what begins with one ``-`` and is none goes to the words."""
        end = args.index("--") if "--" in args else len(args)
        negated = [arg for arg in args[:end] if _NEGATED.match(arg)]
        others = [arg for arg in args[:end] if not _NEGATED.match(arg)]
        return super().parse_args(ctx, [*others, "--", *negated, *args[end + 1 :]])


_NEGATED = re.compile(r"-(?!h$)[^-]")

format_option = click.option(
    "--format",
    "format_",
    metavar="NAME",
    help="Read it as this (text, markdown, html …), whatever it looks like.",
)


def json_option(says: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option for JSON instead of text; ``says`` what it prints."""
    return click.option("--json", "as_json", is_flag=True, help=says)


def common_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the global options, as one argument ``common``.

    They may stand before or after the command's name; those after it win.
    """

    @click.option("--library", metavar="FILE", envvar="NEWSREADER_LIBRARY", help=LIBRARY_HELP)
    @click.option("--editor", metavar="NAME", envvar="NEWSREADER_EDITOR", help=EDITOR_HELP)
    @functools.wraps(command)
    def with_common(library: str | None, editor: str | None, **others: Any) -> Any:
        ctx = click.get_current_context()
        before = ctx.find_object(Common) or Common()
        if library == "" or editor == "":
            raise UsageError("--library and --editor need a value", "an empty shell variable?")
        ctx.obj = Common(
            _latest(ctx, "library", library, before.library),
            _latest(ctx, "editor", editor, before.editor),
        )
        return ctx.invoke(command, common=ctx.obj, **others)

    return with_common


def _latest(ctx: click.Context, name: str, value: str | None, before: str | None) -> str | None:
    """The value on this command's own line, else the one before it, else the environment's."""
    here = ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
    return value if here or before is None else before
