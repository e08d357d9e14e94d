"""Fields of a JSON object as the type that one expects, whatever was sent instead.

What must stay true: nothing here raises. A number, or the only value of a list, is taken for a
string and one object for a list of one, for that is what senders mean; everything else of a wrong
type counts as not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from newsreader.language.dates import moment
from newsreader.language.stated_dates import stated_moment
from newsreader.reading.json.shapes import at

_COUNTED = range(9, 14)  # digits of a time that is counted
_FIRST = 100_000_000  # 1973: smaller numbers are no times
_MILLISECONDS = 100_000_000_000  # seconds until the year 5138: what is more is milliseconds
_TIMES = ("iso8601", "dateTime", "$date", "value", "date")  # of an object that is a time


def words(value: object, *paths: str) -> str:
    """The first of the paths that has words, as one line; "" where none has."""
    return " ".join(body(value, *paths).split())


def body(value: object, *paths: str) -> str:
    """The first of the paths that has words, as they were sent; "" where none has."""
    for path in paths:
        found = at(value, path)
        if isinstance(found, list) and len(found) == 1:
            found = found[0]
        if isinstance(found, int | float) and not isinstance(found, bool):
            found = str(found)
        if isinstance(found, str) and found.strip():
            return found
    return ""


def time(value: object, *paths: str) -> str | None:
    """The first of the paths that has a date or time, in ISO 8601."""
    for path in paths:
        stated = at(value, path)
        if isinstance(stated, dict):  # as {"dateTime": 1710437920000, "iso8601": ...}
            found = next((each for name in _TIMES if (each := _moment(stated, name))), None)
        else:
            found = _moment(value, path)
        if found:
            return found
    return None


def _moment(value: object, path: str) -> str | None:
    """What stands at a path as a time, in ISO 8601, whatever form it has."""
    said = words(value, path)
    return _counted(at(value, path)) or moment(said) or stated_moment(said)


def _counted(value: object) -> str | None:
    """A time that is counted in seconds or milliseconds from the beginning of 1970."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) in _COUNTED:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > _FIRST:
        return None
    seconds = value / 1000 if value >= _MILLISECONDS else value
    if seconds >= _MILLISECONDS:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def truth(value: object) -> bool:
    """Whether a value means yes: senders write ``true``, ``"true"``, ``1``."""
    if isinstance(value, str):
        return value.strip().lower() in {"true", "1", "yes"}
    return isinstance(value, bool | int) and bool(value)


def listed(value: object, *paths: str) -> list[Any]:
    """The first of the paths that has a list or an object, as a list; empty where none has."""
    for path in paths:
        found = at(value, path)
        if isinstance(found, list) and found:
            return found
        if isinstance(found, dict) and found:
            return [found]
    return []


def objects(value: object, *paths: str) -> list[dict[str, Any]]:
    """As :func:`listed`, the objects among them only."""
    return [each for each in listed(value, *paths) if isinstance(each, dict)]


def names(values: Iterable[object], *paths: str) -> str:
    """The names of one or several people, each once, with commas between them.

    Args:
        values: strings, or objects.
        *paths: where an object has the name.
    """
    said = (
        " ".join(each.split()) if isinstance(each, str) else words(each, *paths) for each in values
    )
    return ", ".join(dict.fromkeys(name for name in said if name and "://" not in name))
