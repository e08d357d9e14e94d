"""The attributions of a whole article: statement by statement, then what only the article knows.

The steps, in order: the words of each statement, or the account of its post; an agency in a
dateline; what is no source (a topic, the article's own *we*); the block below a colon; pronouns.
"""

from __future__ import annotations

from newsreader.model.article import Article, Span
from newsreader.model.statement import Attribution, Split, Statement, StatementKind
from newsreader.sourcing.datelines import from_agency
from newsreader.sourcing.following import follow
from newsreader.sourcing.headlines import dateline
from newsreader.sourcing.nouns import AGENCIES, ROLES
from newsreader.sourcing.posts import account_of
from newsreader.sourcing.pronouns import resolve
from newsreader.sourcing.statements import attributions_of

_OWN_VOICE = frozenset(("i", "we", "us", "me"))
_HEADLINES = frozenset((StatementKind.HEADLINE, StatementKind.HEADING))


def attribute_all(article: Article, split: Split) -> tuple[tuple[Attribution, ...], ...]:
    """What :func:`newsreader.sourcing.attribute` gives."""
    found = []
    block, open_quote = -1, False
    for statement in split.statements:
        if statement.block != block:
            block, open_quote = statement.block, False
        found.append(_own(article, statement, open_quote=open_quote))
        open_quote = _still_open(
            article.text[statement.start : statement.end], open_quote=open_quote
        )
    found = _own_voice_left_out(_topics_left_out(split, found))
    return tuple(resolve(split.statements, follow(article, split, found)))


def _own_voice_left_out(
    found: list[tuple[Attribution, ...]],
) -> list[tuple[Attribution, ...]]:
    """*As we reported*: outside quotation marks it is the article, or whom a colon names."""
    return [
        tuple(each for each in own if (each.origin or "").lower() not in _OWN_VOICE)
        for own in found
    ]


def _topics_left_out(
    split: Split, found: list[tuple[Attribution, ...]]
) -> list[tuple[Attribution, ...]]:
    """*Storm Petra: flooding* is a topic: before a headline's colon stands who speaks elsewhere."""
    spoken: set[str] = set()
    for statement, own in zip(split.statements, found, strict=True):
        if statement.kind not in _HEADLINES:
            spoken.update(each.origin.split()[-1] for each in own if each.origin)
    return [
        tuple(each for each in own if not _is_topic(each, spoken))
        if statement.kind in _HEADLINES
        else own
        for statement, own in zip(split.statements, found, strict=True)
    ]


def _is_topic(each: Attribution, spoken: set[str]) -> bool:
    if each.cue != ":" or each.origin is None or each.cue_span is None or each.content_span is None:
        return False
    last = each.origin.split()[-1]
    in_front = each.cue_span[0] < each.content_span[0]
    known = last in spoken or last in AGENCIES or last.lower() in ROLES or last[0] == "@"
    return in_front and not known


def _still_open(words: str, *, open_quote: bool) -> bool:
    opened = words.count("“") - words.count("”")
    if "``" in words:  # as wires write it
        opened += words.count("``") - words.count("''")
    if opened:
        return opened > 0
    straight = words.count('"') or words.count("''")
    return open_quote != (straight % 2 == 1)


def _own(article: Article, statement: Statement, *, open_quote: bool) -> tuple[Attribution, ...]:
    if article.blocks[statement.block].post is not None:
        account = account_of(article, statement)
        return () if account is None else (account,)
    headline = statement.kind in _HEADLINES
    words = article.text[statement.start : statement.end]
    own = tuple(
        _moved(each, statement.start)
        for each in attributions_of(words, headline=headline, open_quote=open_quote)
    )
    agency = None if headline else dateline(words)
    if agency is None:
        return own
    span = statement.start + agency[0], statement.start + agency[1]
    return from_agency(article.text, statement, span, own)


def _moved(found: Attribution, by: int) -> Attribution:
    """The attribution with its spans in the article's text."""
    origin, origin_span, relay, relay_span, cue, cue_span, content_span, quoted, named = found
    return Attribution(
        origin, _shifted(origin_span, by), relay, _shifted(relay_span, by),
        cue, _shifted(cue_span, by), _shifted(content_span, by), quoted, named,
    )  # fmt: skip


def _shifted(span: Span | None, by: int) -> Span | None:
    return (span[0] + by, span[1] + by) if span else None
