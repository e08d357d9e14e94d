"""The one door by which text from outside comes to the screen.

Textual and Rich hand most control codes on to the terminal and read most ``str`` as markup:
``[sic]`` vanishes, ``[/]`` crashes, ``[@click=…]`` acts. So all that is shown is drawn by our own
line-drawing widgets (:mod:`newsreader.tui.widgets.drawing`), which parse nothing, and every outside
text in their lines comes through :func:`line`, or, where it runs over several lines, through the
wrapping of :func:`newsreader.visible.visible` in the layout, the overlays and the panel. No module
of ``tui`` may use a widget of Textual's that reads a ``str``, build ``Content`` or ``Text`` from
news, or use markup: a test reads the code and forbids it.
"""

from __future__ import annotations

from newsreader.tui.plain.measuring import cell_len
from newsreader.visible import visible


def line(text: str) -> str:
    """``text`` on one line, LF and TAB as pictures, for Line-API strips and for titles."""
    return visible(text, one_line=True)


def harmless(text: str) -> str:
    """What is about to be written, for want of the door: nothing in it that a terminal obeys.

    What was laid out may only be replaced by what is as wide, so a character that takes no room is
    left out.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = visible(text, one_line=True)
    if shown == text:
        return text
    pairs = zip(text, shown, strict=True)
    return "".join(old if old == new else " " * cell_len(old) for old, new in pairs)
