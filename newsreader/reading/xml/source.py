"""An XML text before the parser sees it: what would harm taken away, what is broken mended.

The document type never reaches the parser; one that declares entities of its own is refused. HTML's
named entities become characters, bare ``&`` and ``<`` are escaped, references to control characters
made harmless. What stands before the declaration (a blank line, a warning of the server's) is left
out. CDATA sections are left as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsreader.errors import SourceError
from newsreader.reading.clean import Decoded, canonical, decode
from newsreader.reading.limits import MAX_ELEMENTS

HEAD = 4096
"""Code points in which the declaration, or a root after other words, must stand."""

_ENCODING = re.compile(rb"<\?xml\b[^<>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
_DECLARATION = re.compile(r"<\?xml\b[^<>]{0,500}\?>")
_ROOT = re.compile(r"<(?:[^\s<>/:\"'=!?]{1,60}:)?((?!\d)[^\s<>/:\"'=!?]{1,60})(?=[\s/>])")
_MARK = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!DOCTYPE\b"
    r"|&(?:#(?:\d{1,9}|[xX][0-9a-fA-F]{1,8});|[A-Za-z][A-Za-z0-9]{1,31};)|&+(?=&)|&"
    r"|<(?![A-Za-z_/:]|[^\x00-\x7f])",
    re.DOTALL | re.IGNORECASE,
)
_IN_TYPE = re.compile(r"\"[^\"]*+\"|'[^']*+'|<!--.*?(?:-->|\Z)|[\[\]>]", re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+[^%\s]", re.IGNORECASE)
_OWN = frozenset({"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MOST_BEFORE = 20  # comments and the like before the root
_LOWEST = 0x20
_HIGHEST = 0x10FFFF


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the declaration of an XML file states, None where it states none."""
    found = _ENCODING.search(data[:HEAD])
    return found[1].decode("ascii", errors="replace") if found else None


def decoded_xml(data: bytes, charset: str | None = None) -> Decoded:
    """The text of an XML file: by mark, as UTF-8, as it declares itself, as its sender did.

    Args:
        data: the file.
        charset: as whoever sent it declared it.
    """
    return decode(data, declared_encoding(data) or charset)


def root_name(text: str) -> str | None:
    """The name of the root element in lower case, without its prefix; None where there is none.

    Args:
        text: the decoded file. Only what begins with a tag, or has an XML declaration after some
            other words, counts as XML.
    """
    declaration = _DECLARATION.search(text, 0, HEAD)
    at = declaration.end() if declaration else 0
    for _ in range(_MOST_BEFORE):
        at = len(text) - len(text[at:].lstrip()) if text[at : at + 1].isspace() else at
        if text.startswith("<?", at):
            at = _after(text, "?>", at)
        elif text.startswith("<!--", at):
            at = _after(text, "-->", at)
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            at = _type_end(text, at)
        else:
            break
    found = _ROOT.match(text, at)
    return found[1].lower() if found else None


def buried_root(text: str, roots: frozenset[str]) -> tuple[str, int] | None:
    """The first of some roots among the first words of a file, and where it begins."""
    for found in _ROOT.finditer(text, 0, HEAD):
        if found[1].lower() in roots:
            return found[1].lower(), found.start()
    return None


def _after(text: str, mark: str, at: int) -> int:
    """Where ``mark`` ends, the end of the text where it is missing."""
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)


def mended(text: str, source: str) -> str:
    """``text`` as the parser may see it.

    Args:
        text: the decoded file.
        source: what the user called it, for the error.

    Raises:
        SourceError: it declares entities of its own, or has too many elements.
    """
    text = canonical(text)
    declaration = _DECLARATION.search(text, 0, HEAD)
    at = declaration.end() if declaration else max(text.find("<"), 0)
    parts: list[str] = []
    tags = text.count("<", at)
    while found := _MARK.search(text, at):
        parts.append(text[at : found.start()])
        tags -= found[0].count("<")
        at = found.end()
        if found[0][:9].upper() == "<!DOCTYPE":
            at = _type_end(text, found.start())
            if _ENTITY.search(text, found.start(), at):
                raise SourceError(source, "XML that declares entities of its own is not read")
        else:
            parts.append(_replaced(found[0]))
    if tags > 2 * MAX_ELEMENTS:
        raise SourceError(source, f"more than {MAX_ELEMENTS:,} elements, the most that are read")
    parts.append(text[at:])
    return "".join(parts)


def _type_end(text: str, at: int) -> int:
    """Where the document type that begins at ``at`` ends."""
    inside = False
    while found := _IN_TYPE.search(text, at):
        at = found.end()
        if found[0] in "[]":
            inside = found[0] == "["
        elif found[0] == ">" and not inside:
            return at
    return len(text)


def _replaced(found: str) -> str:
    """What the parser sees in place of a mark."""
    if found[:9] == "<![CDATA[":
        return found if found.endswith("]]>") else f"{found}]]>"
    if found[0] == "<":
        return "&lt;" if len(found) == 1 else ""
    return _unescaped(found) if found[-1] == ";" else "&amp;" * len(found)


@lru_cache(maxsize=4096)
def _unescaped(found: str) -> str:
    """What the parser sees in place of a reference."""
    from html.entities import html5  # noqa: PLC0415  (2,000 names that few files need)

    if found in _OWN:
        return found
    if found[:2] == "&#":
        return _referred(found)
    named = html5.get(found[1:], "")
    return "".join(_ESCAPED.get(sign, sign) for sign in named) or f"&amp;{found[1:]}"


def _referred(found: str) -> str:
    """What a reference by number means; of controls, what their sender meant."""
    digits = found[2:-1]
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252", errors="replace")
    surrogate = 0xD800 <= code < 0xE000 or code in {0xFFFE, 0xFFFF}
    if code > _HIGHEST or surrogate or (code < _LOWEST and code not in {9, 10, 13}):
        return "\N{REPLACEMENT CHARACTER}"
    return found
