"""A JSON text to values, as lenient as is safe: newsrooms' JSON is often not quite JSON.

Read all the same: a byte order mark, control characters in strings, a comma too many, NaN and
Infinity (null), duplicate keys (the last counts), lone surrogates (U+FFFD), numbers of any length
(long ones as their digits), several documents one after the other. Refused with line and column:
what is cut off or broken before the first document ends, and what nests too deeply.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from newsreader.errors import SourceError
from newsreader.reading.clean import Decoded
from newsreader.reading.limits import MAX_DEPTH, MAX_DOCUMENTS

_LONGEST_INTEGER = 400  # digits; Python refuses 4,300
_SURROGATE = re.compile(
    r"\\(?:[uU]([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|.)", re.DOTALL
)
_COMMA = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*(?:"|\Z)|,(?=\s*+[}\]])', re.DOTALL)
_WHITE = re.compile(r"[\s,\x1e\ufeff]*+")
_TWICE = "a key stands twice in one object; the last one counts"


class Document(NamedTuple):
    """One JSON document, and what a reader should know of how it was read."""

    value: Any  # of str, int, float, bool, None, list and dict
    warnings: tuple[str, ...] = ()


def documents(decoded: Decoded, source: str) -> tuple[Document, ...]:
    """All documents of a JSON text, the first of them at least.

    Args:
        decoded: the text; its warnings are passed on with every document.
        source: what the user called it, for the error.

    Raises:
        SourceError: there is no first document, or one nests too deeply.
    """
    text = _without_surrogates(decoded.text)
    reader = _Reader(text)
    found: list[Any] = []
    warnings = list(decoded.warnings)
    try:
        reader.read(found)
    except RecursionError:
        raise _too_deep(source) from None
    except ValueError as error:
        if not found:
            raise SourceError(source, f"broken JSON: {_where(error)}") from None
        warnings.append(f"the JSON after document {len(found)} is broken: {_where(error)}")
    if any(_deeper_than(value, MAX_DEPTH) for value in found):
        raise _too_deep(source)
    if reader.twice:
        warnings.append(_TWICE)
    return tuple(Document(value, tuple(warnings)) for value in found)


class _Reader:
    """Reads one document after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.twice = False
        self._decoder = self._made(int)

    def _made(self, integer: Callable[[str], int | str]) -> json.JSONDecoder:
        return json.JSONDecoder(
            strict=False,
            object_pairs_hook=self._object,
            parse_int=integer,
            parse_constant=_constant,
        )

    def read(self, found: list[Any]) -> None:
        """Append all documents of the text to ``found``.

        Raises:
            ValueError: where it goes no further.
        """
        at = _after_white(self.text, 0)
        if at == len(self.text):
            raise ValueError("there is nothing in it")
        while at < len(self.text) and len(found) < MAX_DOCUMENTS:
            try:
                value, end = self._one(at, first=not found)
            except json.JSONDecodeError:
                raise
            except ValueError:  # an integer longer than Python reads; asking each would be slow
                self._decoder = self._made(_integer)
                value, end = self._one(at, first=not found)
            found.append(value)
            at = _after_white(self.text, end)

    def _one(self, at: int, *, first: bool) -> tuple[Any, int]:
        try:
            return self._decoder.raw_decode(self.text, at)
        except json.JSONDecodeError:
            mended = _COMMA.sub(_uncommaed, self.text) if first else self.text
            if len(mended) == len(self.text):
                raise
        self.text = mended
        return self._decoder.raw_decode(mended, _after_white(mended, 0))

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        self.twice = self.twice or len(made) < len(pairs)
        return made


def _after_white(text: str, at: int) -> int:
    found = _WHITE.match(text, at)
    return found.end() if found else at


def _uncommaed(found: re.Match[str]) -> str:
    return "" if found[0] == "," else found[0]


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else digits


def _constant(_: str) -> None:
    """NaN and the infinities, which no number field of an article means."""


def _without_surrogates(text: str) -> str:
    """``text`` with escapes of half a character made U+FFFD; stored, they would break later."""
    return _SURROGATE.sub(_whole, text) if "\\ud" in text or "\\uD" in text else text


def _whole(found: re.Match[str]) -> str:
    code = found[1]
    if code is None or found[0][1] == "U" or not 0xD800 <= int(code, 16) < 0xE000:
        return found[0]
    return found[0] if int(code, 16) < 0xDC00 and found[2] else "\\ufffd"


def _where(error: ValueError) -> str:
    """What the parser said, in words."""
    if not isinstance(error, json.JSONDecodeError):
        return str(error)
    said = error.msg[:1].lower() + error.msg[1:]
    return f"{said}, line {error.lineno}, column {error.colno}"


def _deeper_than(value: object, most: int) -> bool:
    """Whether a value nests more deeply; level by level, without recursion."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(most):
        if not level:
            return False
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, dict | list)
        ]
    return bool(level)


def _too_deep(source: str) -> SourceError:
    return SourceError(source, f"JSON nested more than {MAX_DEPTH} deep, the most that is read")
