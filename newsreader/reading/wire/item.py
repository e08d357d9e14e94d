"""One piece of news as an agency states it, and its article.

The article reads as a newsroom would want it: the headline, then what must be known first
(withdrawn, withheld, embargoed, a correction), slug and version, editors' notes, the byline, the
text, and last the notes that came after it.

What must stay true: a version of its own is a text of its own, for it is in the notes; an item
without a word to read is no article, unless its source takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from newsreader.errors import SourceError
from newsreader.language.dates import moment
from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.note import Note, NoteKind
from newsreader.reading.composing import Composition
from newsreader.reading.head_lines import byline as byline_of
from newsreader.reading.limits import MAX_MESSAGES
from newsreader.reading.sources import Raw
from newsreader.reading.stated import Stated

T = TypeVar("T")

_ABOVE = 3  # editors' notes that stand above the text, beside those that take something back
_BRIEF = 60  # code points of a note that stands beside the slug
_SHORT = 300  # code points of a line that may be a sign-off
_GRAVE = frozenset({NoteKind.CORRECTION, NoteKind.CLARIFICATION})
_STATES = {
    "canceled": "Canceled: withdrawn by its source, not for publication.",
    "withheld": "Withheld by its source: not for publication until it is released.",
    "embargoed": "Embargoed by its source: not for publication yet.",
}
_SPELLINGS = {
    "cancelled": "canceled", "cancel": "canceled", "kill": "canceled", "killed": "canceled",
    "spiked": "canceled", "recalled": "canceled", "deleted": "canceled", "withdrawn": "canceled",
    "unpublished": "canceled", "embargo": "embargoed",
}  # fmt: skip
_SIGNALS = {
    "correction": (NoteKind.CORRECTION, "a correction"),
    "clarification": (NoteKind.CLARIFICATION, "a clarification"),
    "kill": (NoteKind.CORRECTION, "a kill: its source takes it back"),
    "retraction": (NoteKind.CORRECTION, "a retraction"),
    "update": (NoteKind.ADVISORY, "an update"),
    "writethru": (NoteKind.ADVISORY, "a write-through"),
    "refile": (NoteKind.ADVISORY, "a refile"),
    "advisory": (NoteKind.ADVISORY, "an advisory"),
    "alert": (NoteKind.ADVISORY, "an alert"),
    "flash": (NoteKind.ADVISORY, "a flash"),
    "bulletin": (NoteKind.ADVISORY, "a bulletin"),
    "urgent": (NoteKind.ADVISORY, "urgent"),
    "breaking": (NoteKind.ADVISORY, "breaking"),
    "test": (NoteKind.ADVISORY, "a test"),
}
"""Signals that mean something to who tags; all others are the machinery's."""
_ALSO = {
    "corrected": "correction", "corr": "correction", "korrektur": "correction",
    "berichtigung": "correction", "rectify": "correction", "killed": "kill",
    "withdrawal": "kill", "elimination": "kill", "cancellation": "kill", "updated": "update",
    "write-thru": "writethru", "writethrough": "writethru", "newsalert": "alert",
    "breakingnews": "breaking", "breaking_news": "breaking", "edstat:c": "correction",
}  # fmt: skip

_CORRECTS = re.compile(
    r"[^\w]{0,3}(?:eds?\s?[:.]\s?)?(?:this (?:story|item|version) )?"
    r"(?:correct(?:s|ed|ion|ions|ing)\b|berichtigung|korrektur|(?:mandatory )?kill\b"
    r"|retract(?:s|ion)\b|withdrawn\b)",
    re.IGNORECASE,
)
_CLARIFIES = re.compile(r"[^\w]{0,3}(?:eds?\s?[:.]\s?)?clarif(?:ies|ication)\b", re.IGNORECASE)
_CHANGES = re.compile(r"[-–]\s(?:adds|updates|recasts|rewrites|restores|removes|changes)\b")
_BY = re.compile(r"^(?:by|von|par|por)\s", re.IGNORECASE)
_EDITORS = re.compile(r"[^\w]{0,3}(?:editor['’]?s['’]? note|note to|note\s?:)", re.IGNORECASE)
_COMPACT_DAY = re.compile(r"[12]\d{7}")
_SIGN_OFF = re.compile(
    r"(?:[A-Z]{2,6} )?(?:[a-z0-9]{1,5}[/-]){1,6}[a-z0-9]{1,5}|\(?ends?\)?|-30-"
    r"|/[a-z]{2,12}/|(?-i:[a-z]{3})"
    r"|\((?:reporting|writing|editing|additional reporting|compiled|reported) (?:and \w+ )?by\b"
    r"[^()]{2,280}\)",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


@dataclass
class Item:
    """One piece of news, filled in while it is read; what is not stated is None or empty."""

    uri: str | None = None
    version: str | None = None
    status: str | None = None
    embargoed: str | None = None  # as written
    title: str | None = None
    slug: str | None = None
    published: str | None = None  # ISO 8601
    language: str | None = None
    author: str | None = None  # as data only
    bylines: list[str] = field(default_factory=list)  # as written, "By" and all
    decks: list[str] = field(default_factory=list)  # headlines below the headline
    notes: list[tuple[NoteKind, str]] = field(default_factory=list)
    closing: list[tuple[NoteKind, str]] = field(default_factory=list)  # below the text
    _told: set[str] = field(default_factory=set)

    def note(self, words: str, kind: NoteKind) -> None:
        """Add a note, once."""
        words = " ".join(words.split())
        if words and words not in self._told:
            self._told.add(words)
            self.notes.append((kind, words))

    def editors(self, words: str) -> None:
        """Add what the agency tells editors."""
        self.note(words, note_kind(words, NoteKind.EDITORS_NOTE))

    def signal(self, name: str) -> None:
        """Add a signal such as ``sig:correction``; those of the machinery are passed over."""
        whole = name.strip().lower()
        plain = whole.rpartition(":")[2].rpartition("/")[2]
        said = _SIGNALS.get(_ALSO.get(whole) or _ALSO.get(plain, plain))
        if said is not None:
            self.note(f"Marked as {said[1]}.", said[0])

    @property
    def state(self) -> str | None:
        """What its source says of publishing it, in words; None if it may be published."""
        stated = (self.status or "").strip().rpartition(":")[2].rpartition("/")[2].lower()
        state = _SPELLINGS.get(stated, stated)
        if self.embargoed and state not in {"canceled", "withheld"}:
            return f"Embargoed by its source until {self.embargoed}."
        return _STATES.get(state)

    @property
    def taken_back(self) -> bool:
        """Whether its source has withdrawn it: then there need be no text."""
        return (self.state or "").startswith("Canceled")

    def article(
        self,
        raw: Raw,
        format_name: str,
        body: Callable[[Composition], None],
        *,
        alone: bool = False,
        warnings: Sequence[str] = (),
    ) -> Article | None:
        """The article, None where there is nothing to read.

        Args:
            raw: where it came from; its identity is the article's if none is stated.
            format_name: which format it was read as.
            body: puts the text below the head.
            alone: a headline alone is news, too: an alert.
            warnings: what a reader should know of the reading.
        """
        made = self._begun()
        head = len(made.page.blocks)
        body(made)
        made.flow.flush()
        blocks = made.page.blocks[head:]
        if all(block.kind is BlockKind.RULE for block in blocks) and not (
            self.taken_back or (alone and self.title)
        ):
            return None
        _sign_off(made, head)
        for kind, words in (*self._notes()[1], *self.closing):
            made.note(words, kind)
        stated = Stated(
            byline=", ".join(_byline(each) for each in self.bylines) or self.author,
            published=self.published,
            language=_language(self.language),
            uri=identity(self.uri),
        )
        return made.article(raw, format_name, stated, warnings)

    def _begun(self) -> Composition:
        """The article's text as far as its head."""
        made = Composition(self.title, base=self.uri)
        for deck in self.decks:
            made.heading(deck)
        if self.state is not None:
            made.note(self.state, NoteKind.ADVISORY)
        for kind, words in self._notes()[0]:
            made.note(words, kind)
        made.paragraph(", ".join(self.bylines), BlockKind.BYLINE)
        return made

    def _notes(self) -> tuple[list[tuple[NoteKind, str]], list[tuple[NoteKind, str]]]:
        """The notes that stand above the text, and those that would only push it away.

        Slug, version and what is said in few words (``1ST LEAD``, ``URGENT``) are one of them.
        """
        grave = [note for note in self.notes if note[0] in _GRAVE]
        brief = [words for kind, words in self.notes if _is_brief(kind, words)]
        others = [note for note in self.notes if note[0] not in _GRAVE and not _is_brief(*note)]
        label = " · ".join((*self._label(), *brief))
        above = [*grave, *([(NoteKind.ADVISORY, label)] if label else []), *others[:_ABOVE]]
        return above, others[_ABOVE:]

    def _label(self) -> list[str]:
        """Slug and version in a few words."""
        slug = f"Slug: {self.slug}" if self.slug else ""
        version = f"{', v' if slug else 'V'}ersion {self.version}" if self.version else ""
        return [slug + version] if slug or version else []


def _is_brief(kind: NoteKind, words: str) -> bool:
    return kind is NoteKind.ADVISORY and len(words) <= _BRIEF


def identity(stated: str | None) -> str | None:
    """The identity of a story by what its source states; a bare number is told apart as such."""
    plain = "".join((stated or "").split())
    if not any(sign.isalnum() for sign in plain):
        return None
    return plain if any(sign.isalpha() for sign in plain) else f"guid:{plain}"


def dated(*stated: str | None) -> str | None:
    """The first of some stated dates or times that is one, in ISO 8601."""
    for each in stated:
        plain = (each or "").strip()
        if _COMPACT_DAY.fullmatch(plain):
            plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
        if plain and (found := moment(plain)):
            return found
    return None


def note_kind(words: str, otherwise: NoteKind) -> NoteKind:
    """What a note is by its first words."""
    if _CORRECTS.match(words):
        return NoteKind.CORRECTION
    if _CLARIFIES.match(words):
        return NoteKind.CLARIFICATION
    if _CHANGES.match(words):
        return NoteKind.ADVISORY
    return NoteKind.EDITORS_NOTE if _EDITORS.match(words) else otherwise


def all_of(
    raw: Raw, items: Iterable[T], read: Callable[[Raw, T], Article | None], none: str
) -> list[Article]:
    """The articles of a message, the newest version of a story last.

    Args:
        raw: the input.
        items: its items, in order.
        read: makes the article of one, None of what has no text.
        none: what to say where no item has text.

    Raises:
        SourceError: there is no text in any of them, or there are too many.
    """
    found: list[Article] = []
    for number, each in enumerate(items, 1):
        if number > MAX_MESSAGES:
            raise SourceError(
                raw.source, f"more than {MAX_MESSAGES:,} items, the most that are read"
            )
        own = raw if number == 1 else raw._replace(uri=f"{raw.uri}#{number}")
        article = read(own, each)
        if article is not None:
            found.append(article)
    if not found:
        raise SourceError(raw.source, none)
    return _in_order(found)


def _in_order(articles: list[Article]) -> list[Article]:
    """The articles, the versions of one story among them in the order of their times."""
    found = list(articles)
    places: dict[str, list[int]] = {}
    for place, article in enumerate(articles):
        places.setdefault(article.uri, []).append(place)
    for own in places.values():
        times = [articles[place].published or "" for place in own]
        if len({time[19:] for time in times}) == 1:  # of one zone: their texts compare
            versions = sorted(own, key=lambda place: articles[place].published or "")
            for place, version in zip(own, versions, strict=True):
                found[place] = articles[version]
    return found


def _sign_off(made: Composition, head: int) -> None:
    """Make the last line of a text a note if it only says who wrote, or that it ends here."""
    last = made.page.blocks[-1]
    words = made.page.text[last.start : last.end] if last.end - last.start < _SHORT else ""
    told = last.kind is BlockKind.PARAGRAPH and len(made.page.blocks) > head + 1
    if told and _SIGN_OFF.fullmatch(words):
        made.page.blocks[-1] = Block(last.start, last.end, BlockKind.NOTE)
        made.notes.append(Note(NoteKind.ADVISORY, last.start, last.end))


def _byline(line: str) -> str:
    """Who a line names as the author."""
    return byline_of(line) or _BY.sub("", line)


def _language(stated: str | None) -> str | None:
    plain = (stated or "").strip().replace("_", "-")
    return plain if _LANGUAGE.fullmatch(plain) else None
