"""Tags that do not match, mended: what is left open is closed, what was never opened is dropped.

A parser that goes on after such an error lets the first unclosed ``<br>`` swallow the rest of a
feed. Used only on a text that the parser found to be unbalanced.
"""

from __future__ import annotations

import re
from collections import Counter

_PART = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(/?)([^\s<>/!?][^\s<>/]*+)([^<>]*+)>", re.DOTALL
)
_BARE = re.compile(r"=\s{0,9}([^\s\"'][^\s]*+)")
_VOID = frozenset({"br", "hr", "img", "wbr", "col", "area", "input", "embed"})


def balanced(text: str) -> str:
    """``text`` with an end to every tag and a beginning to every end, without regard to case."""
    parts: list[str] = []
    opened: list[str] = []
    counts: Counter[str] = Counter()
    at = 0
    for found in _PART.finditer(text):
        parts.append(text[at : found.start()])
        at = found.end()
        ends, name, rest = found.groups()
        if name is None or (not ends and rest.endswith("/")):
            parts.append(found[0])
        elif not ends and name.lower() in _VOID:
            parts.append(f"<{name}{_quoted(rest)}/>")
        elif not ends:
            parts.append(f"<{name}{_quoted(rest)}>")
            opened.append(name)
            counts[name.lower()] += 1
        elif counts[name.lower()]:
            parts += _closed(opened, counts, name.lower())
    parts.append(text[at:])
    parts += [f"</{name}>" for name in reversed(opened)]
    return "".join(parts)


def _quoted(attributes: str) -> str:
    """Attributes with their values in quotes; those that have some are left as they are."""
    if "=" not in attributes or '"' in attributes or "'" in attributes:
        return attributes
    return _BARE.sub(r'="\1"', attributes)


def _closed(opened: list[str], counts: Counter[str], name: str) -> list[str]:
    """The ends of all that is open within the innermost element of a name, and its own."""
    ends: list[str] = []
    while opened:
        inner = opened.pop()
        counts[inner.lower()] -= 1
        ends.append(f"</{inner}>")
        if inner.lower() == name:
            break
    return ends
