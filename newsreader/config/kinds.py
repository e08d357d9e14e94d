"""What a setting may be: each kind checks a value of a TOML file and says in words what it takes.

A kind never converts what is not exact: ``1`` is no ``true``, and ``"3"`` is no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Protocol

from newsreader.errors import UsageError


class WrongValueError(ValueError):
    """A value is not what its setting takes.

    ``key`` is the dotted name of what is wrong below the setting, "" for the setting itself.
    """

    def __init__(self, words: str, key: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.key = key


class Kind(Protocol):
    """One sort of values."""

    @property
    def words(self) -> str:
        """What it takes, to be put after "must be"."""

    def check(self, value: object) -> object:
        """The value as settings hold it.

        Raises:
            WrongValueError: it is none of this kind.
        """


class Text:
    """A text that is not empty."""

    words = "a text in quotes"

    def check(self, value: object) -> object:
        """The text."""
        if not isinstance(value, str) or not value.strip():
            raise WrongValueError(self.words)
        return value


class Flag:
    """True, false, or a word for something between."""

    def __init__(self, *names: str) -> None:
        self.names = names
        between = "".join(f', or "{name}"' for name in names)
        self.words = f"true or false{between}"

    def check(self, value: object) -> object:
        """The flag, or the word."""
        if not isinstance(value, bool) and value not in self.names:
            raise WrongValueError(self.words)
        return value


class Number:
    """A whole number between two others."""

    def __init__(self, least: int, most: int) -> None:
        self.least = least
        self.most = most
        self.words = f"a whole number from {least} to {most}"

    def check(self, value: object) -> object:
        """The number."""
        if type(value) is not int or not self.least <= value <= self.most:
            raise WrongValueError(self.words)
        return value


class Duration:
    """A time that passes, as minutes, hours or days."""

    words = 'a time in quotes: "90m", "24h", "3d"'

    def check(self, value: object) -> object:
        """The time as it is written."""
        if not isinstance(value, str) or not _DURATION.fullmatch(value):
            raise WrongValueError(self.words)
        return value


_DURATION = re.compile(r"([1-9]\d{0,4})([mhd])", re.ASCII)
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def duration(written: str) -> timedelta:
    """The time that a value of :class:`Duration` says."""
    found = _DURATION.fullmatch(written)
    assert found is not None
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


class Choice:
    """One of a few words."""

    def __init__(self, *names: str) -> None:
        self.names = names

    @property
    def words(self) -> str:
        """The words it may be."""
        return "one of " + ", ".join(f'"{name}"' for name in self.names)

    def check(self, value: object) -> object:
        """The word."""
        if value not in self.names:
            raise WrongValueError(self.words)
        return value


class FilterLine:
    """A line of the filter language."""

    words = "a filter in quotes, as in docs/filter.md"

    def check(self, value: object) -> object:
        """The line as it is written."""
        if not isinstance(value, str) or not value.strip():
            raise WrongValueError(self.words)
        from newsreader.filtering import parse  # noqa: PLC0415  -- only where there is one

        try:
            parse(value)
        except UsageError as error:
            raise WrongValueError(f"{self.words}: {error}") from error
        return value


class Texts:
    """A text, or several of them: always held as several."""

    words = 'a text in quotes, or several: ["a", "b"]'

    def check(self, value: object) -> object:
        """The texts."""
        many = value if isinstance(value, list) else [value]
        if not many or not all(isinstance(each, str) and each for each in many):
            raise WrongValueError(self.words)
        return tuple(many)


class Networks:
    """An address of a machine or of a network, or several of them: always held as several."""

    words = 'an address or a network, or several: ["10.1.0.0/16", "192.168.7.4"]'

    def check(self, value: object) -> object:
        """The networks as they are written."""
        from ipaddress import ip_network  # noqa: PLC0415  -- only where there is one

        many = value if isinstance(value, list) else [value]
        for each in many:
            if not isinstance(each, str):
                raise WrongValueError(self.words)
            try:
                ip_network(each)
            except ValueError as error:
                raise WrongValueError(self.words) from error
        return tuple(many)


class TableOf:
    """A table whose values are all of one kind; ``a.b`` and ``"a.b"`` are one name."""

    def __init__(self, of: Kind) -> None:
        self.of = of
        self.words = "a table: [name], and name = value below it"

    def check(self, value: object) -> object:
        """The values by their dotted names."""
        if not isinstance(value, dict):
            raise WrongValueError(self.words)
        checked: dict[str, object] = {}
        for name, each in _flat(value):
            try:
                checked[name] = self.of.check(each)
            except WrongValueError as wrong:
                raise WrongValueError(wrong.words, name) from wrong
        return checked


def _flat(table: dict[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """The values of a table and of the tables in it, by dotted name."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value
