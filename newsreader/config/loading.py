"""The settings file read and checked, and what the command line and the environment say before it.

What a wrong file says is one line: file, line, key, and what the key must be.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

from newsreader.config.origin import Origin
from newsreader.config.settings import Config
from newsreader.errors import UsageError

APP = "newsreader"
LIBRARY_NAME = "newsreader.library"
LARGEST = 200_000
"""Bytes of a settings file at most: one that is larger is some other file."""
DEEPEST = 100
"""Dots in a line at most: the time that keys of many parts take grows with their square."""


def config_path() -> Path:
    """Where the settings file is looked for: NEWSREADER_CONFIG or the platform's config folder."""
    named = os.environ.get("NEWSREADER_CONFIG")
    if named:
        return Path(named)
    import platformdirs  # noqa: PLC0415  -- only asked where no file is named

    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "config.toml"


def load_config(path: Path | None = None) -> Config:
    """The settings of the file; the defaults where there is none.

    Raises:
        UsageError: the file cannot be read, is not TOML, or has an unknown or ill-typed key.
    """
    path = path or config_path()
    try:
        found = path.stat()
    except OSError:  # not there, or in a folder that is not ours to look into
        return Config()
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        raise UsageError(f"{path}: not a settings file", "it is a text of some lines, in TOML")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8", "the settings are TOML") from error
    return read_config(text.replace("\r\n", "\n"), path)


def read_config(text: str, path: Path) -> Config:
    """The settings that ``text``, the content of the file at ``path``, holds.

    Raises:
        UsageError: as :func:`load_config` does.
    """
    import tomllib  # noqa: PLC0415  -- only where there is a file

    from newsreader.config.key_lines import key_lines  # noqa: PLC0415  -- likewise

    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > DEEPEST and not line.lstrip().startswith("#"):
            raise UsageError(f"{path}:{number}: too many dots for a setting")
    try:
        values = tomllib.loads(text)
        origin = Origin(path, key_lines(text))
        return Config(
            **{name: _checked(origin, name, value) for name, value in values.items()}, origin=origin
        )
    except RecursionError as error:
        raise UsageError(f"{path}: values nested too deep") from error
    except ValueError as error:
        raise UsageError(_placed(path, text, str(error)), "the settings are TOML") from error


def _placed(path: Path, text: str, problem: str) -> str:
    """What ``tomllib`` says, with the line put where all errors have it."""
    what, found, place = problem.rpartition(" (at ")
    if not found:  # a number of thousands of digits
        return f"{path}: {problem}"
    line = place.removeprefix("line ").partition(",")[0].rstrip(")")
    if not line.isdecimal():  # "at end of document"
        line = str(max(1, text.rstrip("\n").count("\n") + 1))
    return f"{path}:{line}: {what[:1].lower()}{what[1:]}"


def _checked(origin: Origin, name: str, value: object) -> Any:  # noqa: ANN401 -- TOML's
    """``value``, if ``name`` is a setting and the value is of its kind."""
    from newsreader.config.kinds import WrongValueError  # noqa: PLC0415  -- only where there is a file
    from newsreader.config.table import settings  # noqa: PLC0415  -- likewise

    known = settings()
    if name not in known:
        raise UsageError(f"{origin.where(name)}: unknown setting {name!r}", meant(name, known))
    try:
        return known[name].kind.check(value)
    except WrongValueError as wrong:
        key = f"{name}.{wrong.key}" if wrong.key else name
        raise UsageError(f"{origin.where(key)}: {key} must be {wrong.words}") from wrong


def meant(name: str, known: Any) -> str:  # noqa: ANN401 -- any collection of names
    """A hint which of the ``known`` names may have been meant."""
    from difflib import get_close_matches  # noqa: PLC0415  -- only where something is wrong

    near = get_close_matches(name, list(known), 1)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"


def is_served() -> bool:
    """Whether a server shows this program in a browser, and there is no terminal to look for."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


def editor_name(named: str | None, config: Config) -> str:
    """Who acts: as named on the command line or in the environment, else settings, else login."""
    chosen = named or config.editor
    if chosen and chosen.strip():
        return chosen.strip()
    import getpass  # noqa: PLC0415  -- only asked where nobody is named

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name in this environment
        return "editor"


def library_path(named: str | None, config: Config) -> Path | None:
    """The library that was named; None stands for the default one.

    Raises:
        UsageError: it begins with a home folder that there is none of.
    """
    chosen = named or config.library
    try:
        return Path(chosen).expanduser() if chosen else None
    except RuntimeError as error:
        raise UsageError(f"{chosen}: there is no such home folder") from error


def default_library() -> Path:
    """The default library: in the platform's folder for user data."""
    import platformdirs  # noqa: PLC0415  -- only asked where no library is named

    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / LIBRARY_NAME
