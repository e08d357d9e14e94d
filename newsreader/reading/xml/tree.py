"""An XML text to a tree, by the one hardened parser, and small questions to ask a tree.

Names are asked for without their namespaces: feeds and wires forget to declare them, or declare
others, and nobody has two elements of one name side by side that mean different things, but for
those whose reader asks :func:`namespace`.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsreader.errors import SourceError
from newsreader.reading.clean import Decoded
from newsreader.reading.html.markup import few_attributes, without_silent
from newsreader.reading.limits import MAX_XML_DEPTH
from newsreader.reading.xml.balancing import balanced
from newsreader.reading.xml.source import mended

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEEP = "deep"
_UNBALANCED = frozenset({"ERR_TAG_NAME_MISMATCH", "ERR_TAG_NOT_FINISHED", _DEEP})
_TAG = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*+")
_ILL_FORMED = "not well-formed XML; read as far as it goes"


class Document(NamedTuple):
    """The tree of an XML file, and what a reader should know of how it was read."""

    root: Element
    warnings: tuple[str, ...] = ()


def parse_document(decoded: Decoded, source: str) -> Document:
    """The tree of an XML text, broken or not.

    Args:
        decoded: the text; its warnings are passed on.
        source: what the user called it, for the error.

    Raises:
        SourceError: there is no element in it, it nests too deeply, or declares entities.
    """
    text = few_attributes(mended(decoded.text, source))
    root, errors = _parsed(text)
    if not errors.isdisjoint(_UNBALANCED):
        root, again = _parsed(balanced(text))
        errors = (errors - {_DEEP}) | again
    if _DEEP in errors:
        deepest = f"nested more than {MAX_XML_DEPTH} deep, the most that is read"
        raise SourceError(source, f"XML {deepest}")
    if root is None:
        raise SourceError(source, "broken XML: there is no element in it")
    return Document(root, (*decoded.warnings, *((_ILL_FORMED,) if errors else ())))


def _parsed(text: str) -> tuple[Element | None, set[str]]:
    """The tree of a text, None where there is none, and the kinds of its errors."""
    from lxml import etree  # noqa: PLC0415  (only who reads XML pays for it)

    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, recover=True,
        huge_tree=False, remove_comments=True, remove_pis=True, strip_cdata=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    fatal = etree.ErrorLevels.FATAL
    log = [entry for entry in parser.error_log if entry.level == fatal]
    return root, {_DEEP if "depth" in entry.message else entry.type_name for entry in log}


def name(element: Element) -> str:
    """The name of an element without namespace or prefix, as written; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def namespace(element: Element) -> str:
    """The namespace of an element; where its prefix was not declared, the prefix."""
    tag = str(element.tag)
    if tag.startswith("{"):
        return tag[1:].rpartition("}")[0]
    return tag.rpartition(":")[0]


def each(element: Element, *names: str) -> Iterator[Element]:
    """The children that have one of the names, in order."""
    return (child for child in element if name(child) in names)


def first(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of names, None where there is none."""
    for step in path:
        if element is None:
            return None
        element = next(each(element, step), None)
    return element


def every(element: Element, *names: str) -> Iterator[Element]:
    """The descendants, at any depth, that have one of the names, in order."""
    return (child for child in element.iter("*") if name(child) in names)


def text_of(element: Element | None) -> str:
    """All text in an element as it stands; "" for none."""
    return "" if element is None else "".join(str(piece) for piece in element.itertext())


def words_of(element: Element | None) -> str:
    """All text in an element as one line; "" for none."""
    return " ".join(text_of(element).split())


def attribute(element: Element | None, local: str) -> str:
    """An attribute by its name without namespace, as one line; "" where there is none."""
    if element is None:
        return ""
    ends = "}" + local, ":" + local
    items = [(str(key), str(value)) for key, value in element.items()]
    found = next((value for key, value in items if key == local), None)
    if found is None:
        found = next((value for key, value in items if key.endswith(ends)), "")
    return " ".join(found.split())


def as_html(element: Element) -> Element:
    """A copy of an element with XHTML in it, its names without namespaces, nothing silent in it."""
    made = copy.deepcopy(element)
    made.tail = None
    for inner in made.iter("*"):
        said = name(inner).lower()
        inner.tag = said if _TAG.fullmatch(said) else "span"  # of "x:2" only the 2 is left
    without_silent(made)
    return made
