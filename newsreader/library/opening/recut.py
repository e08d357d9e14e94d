"""An article with the statements that editors made of it by cutting and joining.

Who says a part: an attribution whose spans all lie in the part stays with it; where none does, the
part is read for itself, and nobody is named where its own words name nobody. What is joined keeps
what its statements had.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import datetime

from newsreader.model.article import Span
from newsreader.model.statement import Analysis, Attribution, Statement
from newsreader.store.texts.cutting import Cutting


def as_cut(base: Analysis, cutting: Cutting | None) -> Analysis:
    """The article with the statements that ``cutting`` gives.

    Args:
        base: the article as the splitter cut it.
        cutting: how editors cut it; None when they did not.
    """
    if cutting is None or cutting.spans == cutting.base:
        return base
    given = {(each.start, each.end): each.n for each in base.split.statements}
    starts = [each.start for each in base.split.statements]
    statements: list[Statement] = []
    said: list[tuple[Attribution, ...]] = []
    for n, (start, end) in enumerate(cutting.spans, start=1):
        first = base.split.statements[bisect_right(starts, start) - 1]
        made = Statement(n, start, end, first.kind, first.update, first.block)
        known = given.get((start, end))
        statements.append(made)
        said.append(base.attributions[known - 1] if known else sayers(base, made))
    return Analysis(base.article, base.split._replace(statements=tuple(statements)), tuple(said))


def sayers(base: Analysis, made: Statement) -> tuple[Attribution, ...]:
    """Who says a statement that an editor made: of the parts that the splitter gave, or its own."""
    statements = base.split.statements
    first = bisect_right(statements, made.start, key=lambda each: each.end)
    last = bisect_left(statements, made.end, key=lambda each: each.start)
    kept = [
        each
        for said in base.attributions[first:last]
        for each in said
        if _within(each, (made.start, made.end))
    ]
    if kept:
        return tuple(kept)
    from newsreader.sourcing import attribute  # noqa: PLC0415  (only where something was cut)

    return attribute(base.article, base.split._replace(statements=(made,)))[0]


def said_at(
    base: Analysis, start: int, end: int
) -> tuple[tuple[Attribution, ...], datetime | None]:
    """Who says a statement as it was at some time, and when the update it stands in was published.

    Args:
        base: the article as the splitter cut it.
        start: of the statement; not necessarily one of the present ones.
        end: likewise.
    """
    statements = base.split.statements
    first = bisect_right(statements, start, key=lambda each: each.end)
    if not 0 <= start < end or first == len(statements) or statements[first].start >= end:
        return (), None
    made = statements[first]._replace(start=start, end=end)
    update = base.split.updates[made.update] if made.update is not None else None
    said = base.attributions[first] if made == statements[first] else sayers(base, made)
    return said, update.time if update else None


def _within(said: Attribution, span: Span) -> bool:
    """Whether all that an attribution points at lies in ``span``."""
    spans = (said.origin_span, said.relay_span, said.cue_span, said.content_span)
    return all(each is None or span[0] <= each[0] <= each[1] <= span[1] for each in spans)
