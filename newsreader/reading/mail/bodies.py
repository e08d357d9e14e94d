"""Which parts of a mail are its text, and in what order.

Of alternatives one is read: the plain text, unless it is only a stub of the page that stands
beside it ("your program cannot show this").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.reading.clean import decode
from newsreader.reading.html.markup import declared_charset
from newsreader.reading.mail.parts import Part
from newsreader.reading.packs.heads import parameter

PLAIN, PAGE = "text/plain", "text/html"
_UNSEEN = re.compile(r"<(style|script|head)\b.*?(?:</\1|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>|&[a-zA-Z#0-9]{1,8};")
_ADDRESS = re.compile(r"<?https?://\S+")
_SIGNATURE = "-- "  # the line above one (RFC 3676, section 4.3)
_SIGNED = re.compile(r"(?:\A|\n)-- ?\r?\n((?:[^\n]*\n){0,9}[^\n]*)\Z")
_SIGNATURE_SEEN = 1_000  # code points at the end
_STUB = 3
"""How many times as many words a page has, beside which the plain text is a stub."""


def chosen(parts: Sequence[Part]) -> list[Part]:
    """The parts that are read, in order."""
    texts = [part for part in parts if part.kind in {PLAIN, PAGE} and not part.is_attached]
    alternatives: dict[int, dict[int, list[Part]]] = {}
    for part in texts:
        if part.group is not None:
            alternatives.setdefault(part.group, {}).setdefault(part.branch, []).append(part)
    best = {group: _best(branches) for group, branches in alternatives.items()}
    return [part for part in texts if part.group is None or best[part.group] == part.branch]


def _best(branches: dict[int, list[Part]]) -> int:
    """Which of the alternatives is read."""
    counts = {branch: sum(_count(part) for part in parts) for branch, parts in branches.items()}
    most = max(counts.values())
    plain = [
        branch
        for branch, parts in branches.items()
        if all(part.kind == PLAIN for part in parts) and counts[branch] * _STUB >= most
    ]
    return plain[0] if plain else max(counts, key=lambda branch: (counts[branch], -branch))


def _count(part: Part) -> int:
    """How many words a part has, addresses left out."""
    text = text_of(part)
    if part.kind == PAGE:
        text = _TAG.sub(" ", _UNSEEN.sub(" ", text))
    return len(_ADDRESS.sub(" ", text).split())


def text_of(part: Part) -> str:
    """The text of a part, its transfer coding and its charset taken off."""
    data = part.content
    charset = part.charset
    if charset is None and part.kind == PAGE:
        charset = declared_charset(data)
    text = decode(data, charset).text
    return unfolded(text, part) if part.kind == PLAIN else text


def signed(text: str) -> tuple[str, str]:
    """A plain text, and the signature that stands below it, which is no part of what is said."""
    tail = text[-_SIGNATURE_SEEN:]
    found = _SIGNED.search(tail)
    if found is None or not found[1].strip():
        return text, ""
    return text[: len(text) - len(tail) + found.start()], found[1].strip()


def unfolded(text: str, part: Part) -> str:
    """The text with its lines as they were before the mail program cut them (RFC 3676)."""
    field = part.fields.get("content-type")
    if (parameter(field, "format") or "").lower() != "flowed":
        return text
    kept = -1 if (parameter(field, "delsp") or "").lower() == "yes" else None
    lines = [line.removeprefix(" ") for line in text.replace("\r\n", "\n").split("\n")]
    done: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        flows = line.endswith(" ") and line != _SIGNATURE and bool(after)
        quoted = line.startswith(">") or after.startswith(">")
        done += [line[:kept]] if flows and not quoted else [line, "\n"]
    return "".join(done[:-1])
