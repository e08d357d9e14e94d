"""Datelines with an agency: what stands behind ``KYIV (Reuters) - `` came from there."""

from __future__ import annotations

from newsreader.model.article import Span
from newsreader.model.statement import Attribution, Statement


def from_agency(
    text: str, statement: Statement, agency: Span, own: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """The attributions of a statement whose dateline names an agency.

    Args:
        text: the article's text.
        statement: the statement.
        agency: where the agency stands, in the article.
        own: what the statement's words say by themselves; the agency relays those.
    """
    name = text[slice(*agency)]
    rest = text[agency[1] + 1 : statement.end].lstrip(" -–—")
    begin = statement.end - len(rest)
    if not own:
        content = begin, statement.end
        cue = agency[0] - 1, agency[1] + 1
        made = Attribution(
            name, agency, cue=text[slice(*cue)], cue_span=cue, content_span=content, named=True
        )
        return (made,)
    return tuple(
        _through(_without_dateline(each, statement.start, begin), name, agency) for each in own
    )


def _without_dateline(each: Attribution, start: int, begin: int) -> Attribution:
    """What is said begins behind the dateline."""
    content = each.content_span
    if content is None or content[0] != start or content[1] <= begin:
        return each
    return each._replace(content_span=(begin, content[1]))


def _through(each: Attribution, name: str, agency: Span) -> Attribution:
    """The agency relays what has no relay yet."""
    if each.relay is not None or each.origin in {None, name}:
        return each
    return each._replace(relay=name, relay_span=agency)
