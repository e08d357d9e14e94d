"""One input, and what was made of it so far: each reading of it once, and only when asked for.

Telling a format and reading it need the same tree or the same values; here they are shared.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.reading.clean import Decoded, decode
from newsreader.reading.formats import FAMILY_SUFFIXES, FORMATS, Family
from newsreader.reading.raw import Raw, suffix
from newsreader.reading.xml.source import buried_root, decoded_xml, root_name

if TYPE_CHECKING:
    from newsreader.reading.json import lenient
    from newsreader.reading.xml import tree

_XML = tuple(row for row in FORMATS.values() if row.family is Family.XML)
_ROOTS = frozenset(root for row in _XML for root in row.roots)
_BEGINNING = 4096  # code points by which a text is told


class Content:
    """The bytes of one input with what can be read from them."""

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.suffix = suffix(raw.name)

    @cached_property
    def decoded(self) -> Decoded:
        """The text, whatever format it is in."""
        return decode(self.raw.data, self.raw.charset)

    @cached_property
    def beginning(self) -> str:
        """The first code points of the text, white space and byte order mark left out."""
        text = self.decoded.text
        start = len(text) - len(text.lstrip("\ufeff \t\r\n\f\v"))
        return text[start : start + _BEGINNING]

    @cached_property
    def is_xml_by_name(self) -> bool:
        """Whether the name says that this is XML."""
        return FAMILY_SUFFIXES.get(self.suffix) is Family.XML or any(
            self.suffix in row.suffixes for row in _XML
        )

    @cached_property
    def root(self) -> str | None:
        """The name of the root element, if this may be XML or HTML."""
        return self._root[0]

    @cached_property
    def _root(self) -> tuple[str | None, int]:
        """The root's name, and where XML begins: a server's words may stand before it."""
        if "<" not in self.beginning:
            return None, 0
        text = self.decoded.text
        found = root_name(text)
        if found not in _ROOTS and self.is_xml_by_name:
            return buried_root(text, _ROOTS) or (found, 0)
        return found, 0

    @cached_property
    def xml(self) -> tree.Document:
        """The input as XML.

        Raises:
            SourceError: it cannot be read as such.
        """
        from newsreader.reading.xml.tree import parse_document  # noqa: PLC0415  (when first needed)

        decoded = decoded_xml(self.raw.data, self.raw.charset)
        own = decoded._replace(text=decoded.text[self._root[1] :])
        return parse_document(own, self.raw.source)

    @cached_property
    def json(self) -> tuple[lenient.Document, ...]:
        """The input as JSON documents, one at least.

        Raises:
            SourceError: it cannot be read as such.
        """
        from newsreader.reading.json.lenient import documents  # noqa: PLC0415  (when first needed)

        return documents(self.decoded, self.raw.source)
