"""The one door by which text from outside comes to the screen.

Textual and Rich hand most control codes on to the terminal and read most ``str`` as markup:
``[sic]`` vanishes, ``[/]`` crashes, ``[@click=…]`` acts. What passes here is neither: every
character that could command a terminal, or fool an eye, has been replaced one for one by
:func:`newsreader.visible.visible`, and the result is a type that no widget parses. No other
module of ``tui`` may build ``Content`` or ``Text``, use markup, or give a ``str`` to a widget that
would parse it (a test reads the code and forbids it).
"""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from newsreader.visible import visible


def content(text: str, style: str = "") -> Content:
    """``text`` for a widget: same length, no markup, no control codes; LF and TAB stay."""
    shown = visible(text)
    return Content.styled(shown, style) if style else Content(shown)


def rich_text(text: str, style: str = "") -> Text:
    """``text`` for what wants Rich's own type (DataTable, Tree), on the same terms."""
    return Text(visible(text), style)


def line(text: str) -> str:
    """``text`` on one line, LF and TAB as pictures, for Line-API strips and for titles."""
    return visible(text, one_line=True)
