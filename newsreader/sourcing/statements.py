"""A statement's own attributions: all the steps over its words, in their order.

What must stay true: the same words give the same attributions wherever they stand; every span lies
inside the statement; nothing is looked for in what is too long to be a sentence.
"""

from __future__ import annotations

from newsreader.model.article import Span
from newsreader.model.statement import Attribution
from newsreader.sourcing.claims import Claim, find_claims
from newsreader.sourcing.cues import CUE_WORDS, find_cues
from newsreader.sourcing.foreign import find_foreign, may_be_foreign
from newsreader.sourcing.headlines import Marked, find_marked
from newsreader.sourcing.heads import Head
from newsreader.sourcing.kinds import is_named
from newsreader.sourcing.nouns import AGENCIES
from newsreader.sourcing.speakers import find_speakers
from newsreader.sourcing.words import Words, read_words, vocabulary

LONGEST = 2000  # code points that a statement may have to be looked at
MOST = 8  # cues of one statement that are followed

_QUOTES = ('"', "“", "„", "«", "''", "``")


def attributions_of(
    text: str, *, headline: bool = False, open_quote: bool = False
) -> list[Attribution]:
    """Who says ``text``, one statement, by its own words; spans are places in it.

    Args:
        text: the statement's words.
        headline: whether it is a headline or a heading, where marks stand for verbs.
        open_quote: whether it begins inside a quotation.
    """
    if len(text) > LONGEST:
        return []
    near = vocabulary(text)
    found = [] if CUE_WORDS.isdisjoint(near) else _spoken(text, open_quote=open_quote)
    marked = find_marked(text, headline=headline)
    if marked is None and not found and may_be_foreign(text, near):
        marked = find_foreign(text)
    if marked is not None:
        said = _marked(text, marked)
        others = [each for each in found if not _same(each, said)]
        found = [said, *(_through(each, said) for each in others)]
    return found


def _spoken(text: str, *, open_quote: bool) -> list[Attribution]:
    """What the cues of the statement give."""
    words = read_words(text, open_quote=open_quote)
    spoken = find_speakers(words, find_cues(words)[:MOST])
    return [_made(words, claim, open_quote=open_quote) for claim in find_claims(words, spoken)]


def _through(each: Attribution, marked: Attribution) -> Attribution:
    """What a headline says that an agency behind its mark passes on."""
    end = (marked.content_span or (0, 0))[1]
    content, name = each.content_span, marked.origin or ""
    if content is None or not content[0] < end or name.split()[-1] not in AGENCIES:
        return each
    content = content[0], min(content[1], end)
    if each.relay is not None or each.origin is None:
        return each._replace(content_span=content)
    return each._replace(relay=name, relay_span=marked.origin_span, content_span=content)


def _same(each: Attribution, marked: Attribution) -> bool:
    """Whether a cue stands among the words with which a mark names the source."""
    if each.cue_span is None or marked.cue_span is None or marked.content_span is None:
        return False
    in_front = marked.cue_span[0] < marked.content_span[0]
    return (each.cue_span[0] < marked.cue_span[1]) == in_front


def _made(words: Words, claim: Claim, *, open_quote: bool) -> Attribution:
    content = claim.content
    origin = _span(words, claim.origin)
    relay = _span(words, claim.relay)
    said = words.text[slice(*content)]
    return Attribution(
        origin=words.text[slice(*origin)] if origin else None,
        origin_span=origin,
        relay=words.text[slice(*relay)] if relay else None,
        relay_span=relay,
        cue=words.text[slice(*claim.cue)],
        cue_span=claim.cue,
        content_span=content,
        quoted=said.startswith(_QUOTES) or (open_quote and content[0] == 0),
        named=origin is not None and is_named(words.text[slice(*origin)]),
    )


def _span(words: Words, head: Head | None) -> Span | None:
    if head is None:
        return None
    owning = 2 * (head.last > head.first and words.low[head.last].endswith("'s"))
    return words.start[head.first], words.end[head.last] - owning  # "the ministry's claim"


def _marked(text: str, marked: Marked) -> Attribution:
    origin = text[slice(*marked.origin)]
    start, end = marked.content
    content = (start, end) if start < end else (0, len(text))
    return Attribution(
        origin=origin,
        origin_span=marked.origin,
        relay=text[slice(*marked.relay)] if marked.relay else None,
        relay_span=marked.relay,
        cue=text[slice(*marked.cue)],
        cue_span=marked.cue,
        content_span=content,
        quoted=text[slice(*content)].startswith(_QUOTES),
        named=is_named(origin),
    )
