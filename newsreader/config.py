"""Settings: what the command line, the environment and ``config.toml`` say, in that order.

The file is optional; a wrong one is refused with its name, the line and the key, never half
obeyed. All settings:

.. code-block:: toml

    editor = "ana"             # who tags; default: the login name
    library = "~/desk.library" # default: newsreader.library in the platform's user data folder
    advance = true             # tagging moves on to the next statement
"""

from __future__ import annotations

import getpass
import os
import stat
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from newsreader.errors import UsageError

APP = "newsreader"
LIBRARY_NAME = "newsreader.library"


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force."""

    editor: str | None = None
    library: str | None = None
    advance: bool = True


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
    if not stat.S_ISREG(found.st_mode):
        raise UsageError(f"{path}: not a regular file")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    import tomllib  # noqa: PLC0415  -- only where there is a file

    try:
        settings = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}", "the settings are TOML") from error
    return Config(**{key: _checked(path, raw, key, value) for key, value in settings.items()})


def _checked(path: Path, raw: bytes, key: str, value: Any) -> Any:  # noqa: ANN401 -- TOML's
    """``value``, if ``key`` is a setting and the type is right."""
    known = {field.name: bool if field.name == "advance" else str for field in fields(Config)}
    lines = raw.decode("utf-8").split("\n")
    at = next((n for n, line in enumerate(lines, 1) if line.strip().startswith(key)), 1)
    if key not in known:
        raise UsageError(f"{path}:{at}: unknown setting {key!r}", f"known: {', '.join(known)}")
    if not isinstance(value, known[key]):
        kind = "true or false" if known[key] is bool else "a text in quotes"
        raise UsageError(f"{path}:{at}: {key} must be {kind}")
    return value


def editor_name(named: str | None, config: Config) -> str:
    """Who acts: as named on the command line or in the environment, else settings, else login."""
    chosen = named or config.editor
    if chosen and chosen.strip():
        return chosen.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name in this environment
        return "editor"


def library_path(named: str | None, config: Config) -> Path | None:
    """The library that was named; None stands for the default one."""
    chosen = named or config.library
    return Path(chosen).expanduser() if chosen else None


def default_library() -> Path:
    """The default library: in the platform's folder for user data."""
    import platformdirs  # noqa: PLC0415  -- only asked where no library is named

    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / LIBRARY_NAME
