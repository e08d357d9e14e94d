"""How the agencies' formats are known.

What must stay true: the table of formats needs this, so it loads no parser.
"""

from __future__ import annotations

import re

_FIELDS = (
    "versioncreated|versionCreated|firstcreated|firstCreated|pubstatus|pubStatus|bodies|headlines"
    "|body_xhtml|body_html|body_text|body_nitf|headline|ednote|edNote|representationtype"
    "|eventDetails"
)
_AROUND = ("", "[].", "item.[].", "items.[].", "_items.[].", "data.item.", "data.items.[].item.")
NINJS_SHAPES: tuple[str, ...] = (
    *(
        f"{around}uri|{around}guid {'|'.join(around + each for each in _FIELDS.split('|'))}"
        for around in _AROUND
    ),
    "uri type=text",
    "standard.name=ninjs",
    "headline",
)
"""Shapes of ninjs, of a list of items and of what services wrap around them."""

_FRAMED = r"\x01[^\x00-\x08]{0,600}\x02"
_CONTROLLED = r"\s*\x16{1,8}\s*\x01|\s*\x02\s*\^|\s*\x01[A-Za-z]{1,8} ?\d{1,6} \S \S{1,4} \d{1,5}\b"
_TELEPRINTED = r"\s*ZCZC(?![a-z])[^\n]{0,80}\n"
_MARKED = r"\s*(?:\^[^\n^]{3,300}[<=][ \t]*\r?\n\s{0,9}){2}[ \t]*\^"


def is_wire_text(beginning: str) -> bool:
    """Whether a text begins as wire text does.

    Args:
        beginning: its first 4,096 code points, control characters and all.
    """
    begins = any(re.match(form, beginning) for form in (_CONTROLLED, _TELEPRINTED, _MARKED))
    return begins or ("\x01" in beginning and re.search(_FRAMED, beginning) is not None)
