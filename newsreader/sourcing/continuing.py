"""A quotation of several statements: those without a source of their own go on with its speaker.

``“We are safe,” Ann said. “We know no more.”`` The second statement names nobody, and nobody
doubts who says it. What must stay true: only inside the same block, and only words in quotation
marks.
"""

from __future__ import annotations

from newsreader.model.statement import Analysis

_OPENING = ("“", '"', "„", "«", "''", "``")


FAR = 40  # statements of a block before the one asked for


def continued(analysis: Analysis) -> dict[int, str]:
    """Who goes on speaking, by the number of the statement."""
    return _continued(analysis, 1, len(analysis.split.statements))


def goes_on(analysis: Analysis, n: int) -> str | None:
    """Who goes on speaking in statement ``n``; None where it does not go on."""
    statements = analysis.split.statements
    first = n
    while first > max(1, n - FAR) and statements[first - 2].block == statements[n - 1].block:
        first -= 1
    return _continued(analysis, first, n).get(n)


def _continued(analysis: Analysis, first: int, last: int) -> dict[int, str]:
    """The same for the statements ``first`` to ``last``."""
    found: dict[int, str] = {}
    block, speaker, inside = -1, None, False
    for statement in analysis.split.statements[first - 1 : last]:
        own = analysis.attributions[statement.n - 1]
        words = analysis.words(statement)
        if statement.block != block:
            block, speaker, inside = statement.block, None, False
        if own:
            quoting = [each.origin for each in own if each.quoted and each.origin is not None]
            speaker = quoting[0] if quoting else speaker if inside else None
        elif speaker is not None and (inside or words.startswith(_OPENING)):
            found[statement.n] = speaker
        else:
            speaker = None
        inside = _inside_after(words, inside=inside)
    return found


def _inside_after(words: str, *, inside: bool) -> bool:
    """Whether a quotation is open behind the words."""
    opened = max(words.rfind("“"), words.rfind("``"))
    closed = max(words.rfind("”"), words.rfind("''") if inside or "``" in words else -1)
    if opened != closed:
        return opened > closed
    return inside != (words.count('"') % 2 == 1)
