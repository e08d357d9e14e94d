"""How many cells of a terminal a text takes; without Rich for nearly all that is ever shown.

The widths are Rich's, whose tables Textual draws by: there is one truth about them. Its tables are
loaded when a text has a character that may not be as wide as all others; a test compares both for
every character that is measured here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SINGLE = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u0490-\u0590\u2010-\u2027\u2030-\u205e\u2070-\u20cf"
    "\u2100-\u2319\u2500-\u25fc\u2713-\u2727\u2758-\u2794\u2800-\u28ff\ufffd]*+"
)
"""Text of which each character takes one cell."""


def _is_single(text: str) -> bool:
    return (text.isascii() and text.isprintable()) or _SINGLE.fullmatch(text) is not None


def cell_len(text: str) -> int:
    """Cells that ``text`` takes."""
    if _is_single(text):
        return len(text)
    from rich import cells  # noqa: PLC0415  -- seldom needed; not before the first frame

    return cells.cell_len(text)


def set_cell_size(text: str, total: int) -> str:
    """``text`` cut or filled with blanks to take exactly ``total`` cells."""
    if _is_single(text):
        return text[: max(0, total)].ljust(total)
    from rich import cells  # noqa: PLC0415  -- as above

    return cells.set_cell_size(text, total)


def graphemes(text: str) -> Sequence[tuple[int, int, int]]:
    """The parts of ``text`` that are never cut: start, end, and the cells that each takes."""
    from rich import cells  # noqa: PLC0415  -- as above

    return cells.split_graphemes(text)[0]
