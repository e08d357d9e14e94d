"""Which format an input has: told by its content first, by its name second, from one table.

XML is told by the name of its root element, JSON by its shape, text by how it begins. What must
stay true: what we cannot read is refused by name, in one line, and never shown as text.
"""

from __future__ import annotations

import re

from newsreader.errors import SourceError
from newsreader.reading.content import Content
from newsreader.reading.formats import FAMILY_SUFFIXES, FORMATS, Family, Format
from newsreader.reading.json.answers import complaint
from newsreader.reading.json.shapes import fits
from newsreader.reading.mail.known import is_mail
from newsreader.reading.raw import Raw
from newsreader.reading.refusing import not_text

_PAGE = re.compile(
    r"(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?"
    r"<(?:!doctype\s+html|html|head|body)\b[^<>]{0,2000}>",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(r"\{\s*[\"}]|\[\s*[\[{]")  # how nobody begins a text
_HINT = "see docs/formats.md for what is read"
_TEXT_SUFFIXES = FORMATS["text"].suffixes + FORMATS["markdown"].suffixes


def detect(content: Content) -> Format:
    """The format of an input.

    Raises:
        SourceError: it is nothing that is read; what it is instead is said as far as is known.
    """
    raw = content.raw
    problem = not_text(raw.data)
    if problem is not None:
        raise SourceError(raw.source, problem, _HINT)
    if is_mail(raw.data, content.suffix):
        return FORMATS["mail"]
    if _PAGE.match(content.beginning):
        return FORMATS["html"]
    found = _by_root(content) or _by_shape(content) or _by_beginning(content)
    return found or _by_name(content)


def refusal(raw: Raw) -> str | None:
    """Why an input is not read, as one plain phrase; None when it looks like one that is."""
    try:
        detect(Content(raw))
    except SourceError as error:
        return error.problem
    return None


def shaped(value: object) -> Format | None:
    """The format of a JSON value, None for a value of no shape that is known."""
    rows = (row for row in FORMATS.values() if row.family is Family.JSON)
    return next((row for row in rows if any(fits(value, shape) for shape in row.shapes)), None)


def _by_root(content: Content) -> Format | None:
    """The format of an XML file.

    Raises:
        SourceError: it is XML of another kind.
    """
    root = content.root
    found = next((row for row in FORMATS.values() if root in row.roots), None)
    own = content.is_xml_by_name or content.beginning[:5] == "<?xml"
    if found is None and own and root is not None and content.suffix not in _TEXT_SUFFIXES:
        raise SourceError(content.raw.source, f"XML of a kind that is not read, <{root}>", _HINT)
    return found


def _by_shape(content: Content) -> Format | None:
    """The format of a JSON file, of its first document that has one.

    Raises:
        SourceError: it is broken, or JSON of another kind.
    """
    named = FAMILY_SUFFIXES.get(content.suffix) is Family.JSON and content.beginning[:1] in "{["
    if not (named or _JSON.match(content.beginning)):
        return None
    try:
        found = next((row for each in content.json if (row := shaped(each.value))), None)
    except SourceError:
        if content.suffix in _TEXT_SUFFIXES:
            return None
        raise
    if found is None and content.suffix not in _TEXT_SUFFIXES:
        said = next((said for each in content.json if (said := complaint(each.value))), None)
        raise SourceError(content.raw.source, said or "JSON of a kind that is not read", _HINT)
    return found


def _by_beginning(content: Content) -> Format | None:
    """The format of a text that begins like no other."""
    rows = (row for row in FORMATS.values() if row.begins is not None)
    return next((row for row in rows if row.begins and row.begins(content.beginning)), None)


def _by_name(content: Content) -> Format:
    """The kind of text that the name says; a page only if it begins with a tag."""
    named = next((row for row in FORMATS.values() if content.suffix in row.suffixes), None)
    if named is None or named.family is not Family.TEXT:
        return FORMATS["text"]
    if named.name == "html" and content.beginning[:1] != "<":
        return FORMATS["text"]
    return named
