"""A mail to an article: the subject is the title, who it is from the byline, its text the text.

The moment at which it was sent is when it was published, with a zone of its own, which is a hint at
the zone of the times in its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.errors import SourceError
from newsreader.model.article import Article, BlockKind
from newsreader.reading.clean import Decoded
from newsreader.reading.composing import Composition
from newsreader.reading.limits import MAX_TAGS
from newsreader.reading.mail.bodies import PAGE, chosen, signed, text_of
from newsreader.reading.mail.message import identity, sender, sent, words
from newsreader.reading.mail.parts import Part, leaves
from newsreader.reading.mail.service import set_apart
from newsreader.reading.packs.heads import head_of
from newsreader.reading.raw import Raw
from newsreader.reading.stated import Stated

_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:From \S+ [^\n]{0,300}\n)?")


def parse(raw: Raw, _: Decoded) -> list[Article]:
    """The one article of a mail.

    Raises:
        SourceError: there is no text in it, or too much markup.
    """
    data = raw.data if b"\n" in raw.data else raw.data.replace(b"\r", b"\n")
    before = _BEFORE.match(data)
    fields, at = head_of(data, before.end() if before else 0)
    when = sent(fields.get("date"))
    stated = Stated(
        title=words(fields.get("subject")),
        byline=sender(fields.get("from")),
        published=when.isoformat() if when else None,
        uri=identity(fields.get("message-id")),
    )
    composition = Composition(stated.title)
    _put(composition, chosen(list(leaves(fields, data[at:]))), raw.source)
    return [set_apart(composition.article(raw, "mail", stated))._replace(fetched=when)]


def _put(composition: Composition, parts: Sequence[Part], source: str) -> None:
    """Put the texts of a mail together."""
    tags = 0
    for part in parts:
        text = text_of(part)
        if part.kind == PAGE:
            tags += text.count("<")
            if tags > MAX_TAGS:
                problem = f"more than {MAX_TAGS:,} tags, the most that are read"
                raise SourceError(source, problem)
            composition.markup(text)
        else:
            said, signature = signed(text)
            composition.plain(said)
            composition.paragraph(signature, BlockKind.BYLINE)
