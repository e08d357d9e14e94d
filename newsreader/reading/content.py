"""One input, and what was made of it so far: each reading of it once, and only when asked for.

Telling a format and reading it need the same tree or the same values; here they are shared.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.reading.clean import Decoded, decode
from newsreader.reading.raw import Raw, suffix
from newsreader.reading.xml.source import decoded_xml, root_name

if TYPE_CHECKING:
    from newsreader.reading.json import lenient
    from newsreader.reading.xml import tree

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
    def root(self) -> str | None:
        """The name of the root element, if this may be XML or HTML."""
        return root_name(self.decoded.text) if "<" in self.beginning else None

    @cached_property
    def xml(self) -> tree.Document:
        """The input as XML.

        Raises:
            SourceError: it cannot be read as such.
        """
        from newsreader.reading.xml.tree import parse_document  # noqa: PLC0415  (when first needed)

        return parse_document(decoded_xml(self.raw.data), self.raw.source)

    @cached_property
    def json(self) -> tuple[lenient.Document, ...]:
        """The input as JSON documents, one at least.

        Raises:
            SourceError: it cannot be read as such.
        """
        from newsreader.reading.json.lenient import documents  # noqa: PLC0415  (when first needed)

        return documents(self.decoded, self.raw.source)
