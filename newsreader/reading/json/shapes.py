"""What shape a JSON value has: how formats of JSON are told apart, in a line of a table.

A shape is paths that must all be there: ``"version=https://jsonfeed.org items"``. A path is keys
with dots; ``[]`` is the first object or list in a list (``"response.results.[].webUrl"``), ``{}``
the first object in an object, whatever its key; after ``=`` stands what the string must begin with.
Null counts as not there. Of paths with ``|`` between them one is enough.
"""

from __future__ import annotations

from typing import Any

_FIRST = 100  # items of a list among which an object must be


def fits(value: object, shape: str) -> bool:
    """Whether ``value`` has all that a shape names."""
    return all(any(_has(value, path) for path in paths.split("|")) for paths in shape.split())


def _has(value: object, path: str) -> bool:
    keys, equals, begin = path.partition("=")
    found = at(value, keys)
    if not equals:
        return found is not None
    return isinstance(found, str) and found.lower().startswith(begin.lower())


def at(value: object, path: str) -> Any:  # noqa: ANN401  (whatever the JSON holds)
    """What stands at a path in ``value``, None where nothing does.

    Args:
        value: any JSON value.
        path: keys with dots; ``[]`` for the first object or list of a list, ``{}`` for the first
            object of an object.
    """
    for key in path.split("."):
        if key == "[]":
            items = value[:_FIRST] if isinstance(value, list) else ()
            value = next((each for each in items if isinstance(each, dict | list)), None)
        elif key == "{}":
            inner = value.values() if isinstance(value, dict) else ()
            value = next((each for each in inner if isinstance(each, dict)), None)
        elif isinstance(value, dict):
            value = value.get(key)
        else:
            return None
    return value
