"""``newsreader config``: where settings are, what is in force, a first file, a check."""

from __future__ import annotations

import os
from pathlib import Path

import click

from newsreader.cli.opening import Common
from newsreader.cli.options import common_options
from newsreader.cli.output import Output
from newsreader.config import Config, config_path, default_library, editor_name, library_path
from newsreader.errors import UsageError, WriteError


@click.command()
@click.option("--init", is_flag=True, help="Write a commented file that changes nothing.")
@click.option("--check", is_flag=True, help="Only say whether the file is right.")
@common_options
def config(*, init: bool, check: bool, common: Common) -> int:
    """Show the settings in force, and where each comes from.

    The file is config.toml in the platform's configuration folder for newsreader, or the one that
    NEWSREADER_CONFIG names.
    """
    out, path = Output(), config_path()
    if init:
        _write_default(path)
        out.say(f"written: {path}")
        return 0
    found = common.config()
    _check(found)
    there = found.origin.path is not None
    if check:
        out.say(f"ok: {path}" if there else f"no such file: {path}")
        return 0
    out.say(f"# {path}" if there else f"# {path}: not there; newsreader config --init writes it")
    from newsreader.config.writing import in_force

    out.say_all(in_force(found, _said(common, found)))
    return 0


def _check(config: Config) -> None:
    """Check what only the program itself can: the keys, and the guidelines' file.

    Raises:
        UsageError: keys name no command, clash, or leave a command without a plain key; or the
            guidelines cannot be read.
    """
    from newsreader.library.guidelines import guidelines
    from newsreader.tui.commands.keymap import remapped

    remapped(config.keys, config.origin)
    guidelines(config)


def _said(common: Common, config: Config) -> dict[str, tuple[object, str]]:
    """What is in force instead of the file's settings, and who says so."""
    said: dict[str, tuple[object, str]] = {}
    named = "the command line or NEWSREADER_EDITOR"
    if common.editor:
        said["editor"] = common.editor, named
    elif config.editor is None:
        said["editor"] = editor_name(None, config), "the login name"
    if config.guidelines is None:
        from newsreader.library.guidelines import OURS

        said["guidelines"] = str(OURS), "those that come with the program"
    if common.library:
        said["library"] = common.library, "the command line or NEWSREADER_LIBRARY"
    elif library_path(None, config) is None:
        said["library"] = str(default_library()), "default"
    if os.environ.get("NEWSREADER_THEME"):
        said["theme"] = os.environ["NEWSREADER_THEME"], "NEWSREADER_THEME"
    return said


def _write_default(path: Path) -> None:
    """Write the commented default file, where there is none yet.

    Raises:
        UsageError: there is a file.
        WriteError: it cannot be written.
    """
    from newsreader.config.writing import default_file

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(default_file())
    except OSError as error:
        if os.path.exists(path):  # noqa: PTH110  (False for what cannot be a name; Path raises)
            raise UsageError(f"{path}: is there already", "it is never overwritten") from error
        raise WriteError(f"{path}: {error.strerror}") from error
