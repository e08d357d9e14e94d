"""Whether times of one shape are those of a live page, and not a table, a tape or a chronology.

What speaks for it: they run one way, and what stands between them is told in sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsreader.model.article import Article, BlockKind
from newsreader.model.statement import Order
from newsreader.splitting.candidates.retold import is_retold
from newsreader.splitting.candidates.sequence import clock_of, find_order, one_way
from newsreader.splitting.grammar.lines import Line, ends_sentence
from newsreader.splitting.grammar.markers import Form, Marker
from newsreader.splitting.grammar.notes import is_labelled

_TOLD = re.compile(r"[.!?…][\"'”’»)]*(?:\s|$)")
_BODY = 1500  # code points after a marker that are looked at for a sentence
_PLAIN = 12  # code points of a headline that tells something
_PLAIN_STAMP = 60  # code points of one
_SENTENCE = 60  # code points of a line that tells something
_UNSORTED = 5  # so many entries that all tell something need no order
_LISTED = 6  # lines of a list above the first of a shape
_SHORT = 60  # the line that heads a list is shorter
_TIMELINE = re.compile(
    r"(?:the |die |la |le |il )?(?:timeline|chronolog\w+|zeitleiste|cronologia|"
    r"(?:fil|film) des év[èé]nements)\b",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"\b(?:police (?:log|blotter|calls)|blotter|fire log|(?:tv|television|radio) (?:list\w*|guide)"
    r"|on (?:tv|television)"
    r"|(?:tv|radio|television) tonight|tonight['’]s (?:tv|television)|timetable|itinerary|agenda"
    r"|(?:day|week) ahead|programme of events|order of (?:play|service|events)"
    r"|(?:full|race|match|fixture) schedule|schedule of events|fahrplan|tagesordnung"
    r"|fernsehprogramm|tv-programm|terminkalender|au programme|programme tv|ordre du jour"
    r"|what (?:runs|time|to (?:watch|see|do))|what['’]s on|how to|recipe"
    r"|palinsesto|programma (?:tv|della))\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?:(?:the |today['’]s |tonight['’]s |full |tv )?(?:schedule|fixtures?|results?|games|matches|"
    r"kick-?offs?|line-?up|programme|program|timings?|opening hours)|termine|spiele|ergebnisse|"
    r"programm|calendrier|horaires|résultats|calendario|orari|risultati)\W{0,2}$",
    re.IGNORECASE,
)
"""What, alone on its line, heads a plan or its results."""

_OTHERS = re.compile(
    r"(?:read (?:next|more|also)|related|recommended|(?:more|other) (?:news|stories|from)\b|"
    r"most (?:read|popular|viewed)|top stories|you (?:may|might) (?:also )?like|"
    r"(?:lesen sie|das könnte sie) auch|mehr zum thema|meistgelesen|(?:à )?lire aussi|"
    r"leggi anche|lee también)[^:]{0,25}:?$",
    re.IGNORECASE,
)
"""What heads a list of other stories."""

_DIARY = re.compile(
    r"\b(?:(?:day|night|week|shift|hours?) in the life|hour[ -]by[ -]hour|unfold(?:ed|s)|diary"
    r"|early mornings?|my (?:day|morning|routine)|tagebuch|journal intime)\b",
    re.IGNORECASE,
)
"""What heads hours that somebody tells of, one after the other."""

_RUNNING = re.compile(
    r"\b(?:live(?![sdrn]\b|[nrs]ed\b|l[iy]|stock|rpool|st\b)\w*|latest|"
    r"updat\w+(?!\w|\s?:)|\w*ticker|as[- ]it[- ]happen\w+|minute by minute|"
    r"minuto per minuto|tempo reale|aggiornament\w+|in aggiornamento|mises? à jour|en continu|"
    r"temps réel|tiempo real|real[ -]time|direct|diretta|directo|"
    r"\w*blog\w*|protokoll|aktualisiert|"
    r"breaking|developing)\b",
    re.IGNORECASE,
)
_LIVE_PAGE = re.compile(
    r"\blive[ -]?(?:blog|updates?|coverage|ticker|feed|text)|\bticker\b|\bas it happen\w+"
    r"|\bminute by minute|\b(?:en|in) (?:direct|diretta|directo)\b|\ball times\b|\baggiornamenti\b",
    re.IGNORECASE,
)
_INTRODUCTION = 3000  # code points above the first time in which a live page calls itself one
_TITLE = 150  # code points of a first line that stands for a title
_HEAD = 4000
_LOCAL = re.compile(r"\(all times (?:are )?\w", re.IGNORECASE)
_ABOVE = 4  # lines above the first comment in which they are announced
_COMMENTS = re.compile(
    r"(?:\d{1,6}\s)?(?:(?:reader|user)\s)?(?:thoughts?|comments?|responses?|replies|kommentare?|"
    r"commentaires?|commenti)(?:\s(?:on|to|zu|sur|su)\b.*|\W{0,3})$",
    re.IGNORECASE,
)
_REPLY = re.compile(r"reply|antworten|répondre|rispondi|responder", re.IGNORECASE)
_ONLY_LIVE = frozenset({Form.SIGNED, Form.DIGITS, Form.SMALL})
"""The forms that count only on a page that calls itself live."""

_FEW = 3  # times are needed to see a plan in them
_QUARTER = 15
_TAPE = 6  # "minutes" at most between two lines of a tape, which are its seconds
_PAIR = 2  # times alone on their lines: both must have something to tell
_SPEAKER = re.compile(r"(?!UPDATE|BREAKING|LATEST)[A-Z][A-Z .'-]{1,30}:\s")


def is_live(article: Article, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether times of one shape are a live page's: one way, not numbering, with words to them."""
    if _something_else(article, lines, group):
        return False
    ends = [lines[marker.line].start for marker in group[1:]] + [len(article.text)]
    least = _least(article, group)
    plain = _is_newest_first(group) and _is_live_page(article, group[0].span[0])
    told = sum(
        _tells(article.text, marker.rest, end, least, plain=plain)
        for marker, end in zip(group, ends, strict=True)
    )
    if group[0].form is Form.ALONE and _is_newest_first(group) and says_local(article.text):
        return True
    if group[0].form is not Form.AGO and not one_way(group):
        return len(group) >= _UNSORTED and _all_tell(article, lines, group)
    dated = group[0].form is Form.ALONE and is_dated(group[0])
    pair = group[0].form in (Form.ALONE, Form.AGO) and len(group) == _PAIR
    if _is_told_forward(article, group):
        return told * 4 >= len(group) * 3
    return told * 2 > len(group) if dated or pair else told * 2 >= len(group)


def _is_told_forward(article: Article, group: Sequence[Marker]) -> bool:
    """Whether times before capitals run forward on a page that nowhere says it is live."""
    if group[0].form is not Form.CAPITAL or _is_running(article, group[0].span[0]):
        return False
    return find_order(group) is Order.OLDEST_FIRST


def _something_else(article: Article, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether the times are none of a page that goes on: a table, a tape, a list, a plan."""
    form = group[0].form
    return (
        (form is not Form.AGO and _one_word_or_number(article.text, group))
        or _chronology(article, lines, group)
        or (form in _ONLY_LIVE and not _is_running(article, group[0].span[0]))
        or (form is Form.SMALL and not _is_small_talk(article, lines, group))
        or (form is Form.CAPITAL and (_numbering(group) or _impossible(group)))
        or (form is Form.DIGITS and (_impossible(group) or not _is_newest_first(group)))
        or (form in (Form.FOUR, Form.DIGITS) and all(_may_be_year(marker) for marker in group))
        or _counter(article.text, group)
        or _comments(article, lines, group)
        or _captions(article.text, lines, group)
        or _listed(article, lines, group)
        or _planned(article, group)
        or _retold(article, group)
    )


def _is_small_talk(article: Article, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether entries that begin in small letters are those of a page that is surely live."""
    return (
        all(lines[marker.line].first for marker in group)
        and _is_live_page(article, group[0].span[0])
        and _all_end(article, lines, group)
        and not _impossible(group)
    )


def _all_end(article: Article, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether all of the markers' lines end as sentences do."""
    return all(ends_sentence(article.text, m.rest, lines[m.line].end) for m in group)


def _one_word_or_number(text: str, group: Sequence[Marker]) -> bool:
    """Whether the times are all one, or have no digit; a page that says whose they are may."""
    return (_same(group) and not says_local(text)) or _only_words(text, group)


def says_local(text: str) -> bool:
    """Whether a page says at its head whose times it gives: ``(all times local)``."""
    return _LOCAL.search(text, 0, _HEAD) is not None


def _all_tell(article: Article, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether most of the markers have a sentence on their lines, as a list of matches has not."""
    telling = sum(
        lines[marker.line].end - marker.rest >= _SENTENCE
        and not article.text[marker.rest].islower()
        and ends_sentence(article.text, marker.rest, lines[marker.line].end)
        for marker in group
    )
    return group[0].form is not Form.CAPITAL and 3 * telling >= 2 * len(group)


def _least(article: Article, group: Sequence[Marker]) -> int:
    """How many code points an entry must have: many short ones are a ticker, two are anything.

    Full times that run back, or on a page with a day or that calls itself live, need hardly any.
    """
    clocks = [marker.when.clock for marker in group if marker.when and marker.when.clock]
    full = all(clock.half is not None or clock.zone is not None for clock in clocks)
    full = full or all(is_dated(marker) for marker in group)
    back = _is_newest_first(group)
    if full:
        known = back or article.published is not None or _is_running(article, group[0].span[0])
        return 4 if known else 30
    return 10 if len(group) > _FEW or (back and group[0].form is not Form.CAPITAL) else 40


def _tells(text: str, start: int, end: int, least: int, *, plain: bool = False) -> bool:
    """Whether something is told there: a sentence of at least so many code points.

    On a page that calls itself live and runs back in time (``plain``) a headline without a full
    stop tells as much.
    """
    body = text[start : min(end, start + _BODY)].strip()
    if len(body) <= _PLAIN_STAMP and is_labelled(body):
        return False  # "Published 10 a.m."
    closed = _TOLD.search(body) is not None or body.endswith("+++")
    return len(body) >= least and (closed or (plain and len(body) >= _PLAIN))


def _numbering(group: Sequence[Marker]) -> bool:
    """Whether the "times" only count on ("2.01 Scope", "2.02 Terms")."""
    clocks = [marker.when.clock for marker in group if marker.when and marker.when.clock]
    return all(
        (b.hour, b.minute) in ((a.hour, a.minute + 1), (a.hour + 1, 1)) for a, b in pairwise(clocks)
    )


def _same(group: Sequence[Marker]) -> bool:
    """Whether several "times" are one: "12:30 Report" in a menu, the same number in a table."""
    moments = {
        (m.when.day, m.when.clock.minutes() if m.when.clock else None) for m in group if m.when
    }
    return len(group) > 1 and len(moments) == 1


def _chronology(article: Article, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether the times are of what happened or was said, told in a list.

    "- 21:20: first explosion" under "Timeline"; "9:02:14 a.m. CALLER: There is smoke".
    """
    if article.title and (_TIMELINE.match(article.title) or _is_listing(article.title)):
        return True
    if _is_diary(article, group):
        return True
    text, first = article.text, group[0].line
    if _is_headed_so(text, lines, first):
        return True
    rests = [m.rest for m in group if m.rest < lines[m.line].end]
    listed = sum(text[at].islower() or _SPEAKER.match(text, at) is not None for at in rests)
    small = group[0].form is Form.SMALL or (
        _is_newest_first(group) and _is_live_page(article, group[0].span[0])
    )
    return bool(rests) and not small and listed * 5 >= 4 * len(group)


def _is_headed_so(text: str, lines: Sequence[Line], first: int) -> bool:
    """Whether the line above the times, or above other times of the list, heads no live page."""
    for above in reversed(lines[max(0, first - _LISTED) : first]):
        if above.end - above.start > _SHORT:
            return False
        heads = text[above.start : above.end]
        if _TIMELINE.match(heads) or heads_others(heads) or _is_listing(heads):
            return True
        if _PLAN.match(heads):
            return True
        if not heads[0].isdigit():
            return False
    return False


def heads_others(words: str) -> bool:
    """Whether a line heads a list of other stories."""
    return _OTHERS.match(words) is not None


def _is_newest_first(group: Sequence[Marker]) -> bool:
    """Whether the times run back, as those of no list of anything else do."""
    return find_order(group) is Order.NEWEST_FIRST


def _is_diary(article: Article, group: Sequence[Marker]) -> bool:
    """Whether hours run forward under a title that promises a day told from its beginning."""
    title = article.title or ""
    told = _DIARY.search(title) is not None and _RUNNING.search(title) is None
    return told and find_order(group) is Order.OLDEST_FIRST


def _is_listing(words: str) -> bool:
    """Whether a title heads a log, a programme, a timetable, and no live page."""
    return _LISTING.search(words) is not None and _RUNNING.search(words) is None


def _planned(article: Article, group: Sequence[Marker]) -> bool:
    """Whether round times run forward on a page that nowhere says it is live: then it is a plan.

    What happens keeps no timetable; quarters of an hour only are one.
    """
    clocks = [clock for marker in group if (clock := clock_of(marker))]
    if len(clocks) < _FEW or any(clock.minute % _QUARTER for clock in clocks):
        return False
    if group[0].form is Form.ALONE or find_order(group) is not Order.OLDEST_FIRST:
        return False
    return not _is_running(article, group[0].span[0])


def _retold(article: Article, group: Sequence[Marker]) -> bool:
    """Whether hours run forward under words that introduce a reconstruction, or a plan."""
    first = group[0].span[0]
    if find_order(group) is not Order.OLDEST_FIRST or _is_running(article, first):
        return False
    return is_retold(article.title or "", article.text, first)


def _comments(article: Article, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether readers wrote at those days and times, below "3 comments" or above "Reply"."""
    if not is_dated(group[0]):
        return False
    first, last = group[0].line, group[-1].line
    heads = lines[max(0, first - _ABOVE) : first]
    if any(_COMMENTS.match(article.text, line.start, line.end) for line in heads):
        return True
    replies = (_REPLY.fullmatch(article.text, ln.start, ln.end) for ln in lines[first : last + 1])
    return any(replies)


def _captions(text: str, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether what stands below the times goes on in small letters, as captions of a film do."""
    below = [lines[m.line + 1].start for m in group if m.line + 1 < len(lines)]
    small = sum(text[at : at + 2].lstrip("'\"“‘")[:1].islower() for at in below)
    return group[0].form is Form.ALONE and small >= _FEW and small * 5 >= 4 * len(below)


def _listed(article: Article, lines: Sequence[Line], group: Sequence[Marker]) -> bool:
    """Whether times run forward in a list on a page that nowhere says it is live: a chronology."""
    if any(lines[m.line].kind is not BlockKind.LIST_ITEM for m in group):
        return False
    if article.published is not None or find_order(group) is not Order.OLDEST_FIRST:
        return False
    return not _is_running(article, group[0].span[0])


def _is_running(article: Article, start: int) -> bool:
    """Whether a page calls itself live in its title or above its first time."""
    above = _RUNNING.search(article.text, max(0, start - _INTRODUCTION), start)
    return above is not None or _RUNNING.search(article.title or "") is not None


def _is_live_page(article: Article, start: int) -> bool:
    """Whether a page calls itself live beyond doubt; "latest" above a list of stories does not."""
    above = _LIVE_PAGE.search(article.text, max(0, start - _INTRODUCTION), start)
    title = article.title or article.text[: min(start, _TITLE)].split("\n", 1)[0]
    return above is not None or _RUNNING.search(title) is not None


def _impossible(group: Sequence[Marker]) -> bool:
    """Whether a fifth of the "times" are none that a clock can show: prices, scores, measures."""
    return sum(clock_of(marker) is None for marker in group) * 5 >= len(group)


def _only_words(text: str, group: Sequence[Marker]) -> bool:
    """Whether no time has a digit: "Noon" and "Midnight" head the parts of a long story."""
    return not any(char.isdigit() for marker in group for char in text[slice(*marker.span)])


def _may_be_year(marker: Marker) -> bool:
    clock = clock_of(marker)
    return clock is None or 17 <= clock.hour <= 20


def _counter(text: str, group: Sequence[Marker]) -> bool:
    """Whether the times count the minutes of a tape from nought: ``[00:14] CHAIR: ...``.

    Without brackets those of a film: at its beginning, and a few seconds from one to the next.
    """
    clock = clock_of(group[0])
    if clock is None or clock.half is not None or clock.zone is not None or clock.hour:
        return False
    if all(text[marker.span[0]] in "[(" for marker in group):
        return True
    last = clock_of(group[-1])
    took = last.minutes() - clock.minutes() if last is not None else 0
    return clock.minute < _TAPE and len(group) >= _FEW and 0 <= took <= _TAPE * len(group)


def is_dated(marker: Marker) -> bool:
    """Whether a marker names a day."""
    return marker.when is not None and marker.when.day is not None
