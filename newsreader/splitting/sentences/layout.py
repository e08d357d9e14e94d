"""Statement edges that no full stop tells of: bullets, item numbers, emoji, capital headlines.

What must stay true: each step returns offsets at which a statement begins, looks at the block
alone, and costs next to nothing on a block that has no such thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newsreader.splitting.sentences.abbreviations import ending_of
from newsreader.splitting.sentences.words import CONJUNCTIONS, SENTENCE_OPENERS

_MODIFIER = "\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_PICTURE = "\u231a-\u23ff\u2600-\u27bf\u2b05-\u2bff\U0001f000-\U0001faff"
EMOJI = re.compile(rf"[{_PICTURE}]")
_SYMBOL = re.compile(rf"[•▪●◦‣⁃■►➤{_PICTURE}]")
_EMOJI_RUN = re.compile(
    rf"[{_PICTURE}][{_PICTURE}{_MODIFIER}]*+(?: [{_PICTURE}][{_PICTURE}{_MODIFIER}]*+)*"
)
_POINTER = re.compile(
    "[\u25b6\u26a0\u26a1\u2705\u2757\u203c\u2b55\u27a1\u274c\u2714\u2611\u260e"
    "\U0001f4cc\U0001f4cd\U0001f4e2\U0001f4e3\U0001f4f7-\U0001f4f9\U0001f6a8\U0001f195"
    "\U0001f440\U0001f446-\U0001f449\U0001f534\U0001f535\U0001f536-\U0001f53d\U0001f7e0-\U0001f7eb"
    "\U0001f5e3\U0001f9f5\U0001f3a5\U0001f1e6-\U0001f1ff]"
)
EMOTICON = re.compile(r"[:;=]-?[)(DP](?=\s|$)")
# Where a class of characters comes first the search skips by it: hence look-behinds second.
_BULLET = re.compile(r"[•▪●◦‣⁃■►➤](?<!\S.)\s*(?=[^\W_]|[\"“‘(@#$€£])")
_SEPARATED = re.compile(r"[·*](?<!\S.)\s(?=[A-Z\"“])")
_ITEM_LENGTH = 12
_ITEM = re.compile(r"(?<!\S)[*(]?([0-9]{1,2}|[a-z])[.)]{1,2}\s+(?=[A-Z\"“])")
_CAPITALS = re.compile(r"(?:[^\sa-z]++\s++){4,30}?(?=(?:A|I|An|[A-Z][a-z]++)\s+[a-z])")
_SEPARATOR = re.compile(
    r"[-_*](?<!\S.)(?:(?<=-)-{4,}+|(?<=_)_{2,}+|(?<=\*)(?:\*{2,}+|(?:\s\*){2,}))(?!\S)"
)
_ASIDE = re.compile(
    r"[(\[](?<=[.!?…”\"]\s.)([^\W\d_a-z][\w./-]{1,20})[)\]]\s+(?=[^\W\d_a-z]|[“\"])"
)
_NEAR = 8
_TAGS_LENGTH = 200
ENDING_TAGS = re.compile(r"\s*(?:#[^\s#]++\s*+)+$")
_LOVERS = ("I", " we", "We", " you", "You", "They")  # I ❤ Kyth
_GOES_ON = (",", ";", *CONJUNCTIONS)
_START = re.compile(r"\s*[\"“‘'(@#$€£¿¡]*(?:[^\W_a-z]|@|#)")


Sign = tuple[re.Pattern[str], Callable[[str], list[int]]]
"""What shows that a block may have something, and the step that looks at a block that shows it."""


def signs_in(text: str) -> list[Sign]:
    """What blocks of ``text`` may show, so that nobody looks for more in each of them.

    Args:
        text: all of the text that the blocks are of.
    """
    return [(sign, step) for char, sign, step in _SIGNS if char in text and sign.search(text)]


def forced_starts(block: str, signs: Sequence[Sign] | None = None) -> list[int]:
    """Offsets in ``block`` at which a statement begins for reasons of layout, in order.

    Args:
        block: a block of text.
        signs: what blocks of that text may show, as of :func:`signs_in`; None if it is not known.
    """
    starts: list[int] = []
    if not block.isascii() and _SYMBOL.search(block):
        starts += _bullets(block)
        starts += _emoji(block)
    if block[:2] in ("* ", "· "):
        starts += [sign.start() for sign in _SEPARATED.finditer(block)]
    if _ITEM.match(block):
        starts += _items(block, 0)
    for sign, step in signs_in(block) if signs is None else signs:
        if sign.search(block):
            starts += step(block)
    if block[:12].isupper():
        starts += _headline(block)
    return sorted({start for start in starts if start > 0}) if starts else starts


def _bullets(block: str) -> list[int]:
    """Inline bullets: ``Key points: • Talks resume • Oil at $90``."""
    found = [bullet.start() for bullet in _BULLET.finditer(block)]
    if len(found) == 1 and _text_before(block, found[0])[-1:] not in (":", ".", "!", "?"):
        return []
    return found


def _asides(block: str) -> list[int]:
    """A word in brackets between sentences closes the first: ``He won. (Reuters) She lost.``."""
    return [
        aside.end()
        for aside in _ASIDE.finditer(block)
        if aside[1] not in SENTENCE_OPENERS and not _abbreviated(block, aside.start())
    ]


def _abbreviated(block: str, at: int) -> bool:
    """Whether an abbreviation stands before ``at``: ``Gen. (ret.) Holm``."""
    words = block[max(0, at - 2 * _NEAR) : at].split()
    return words[-1].endswith(".") and ending_of(words[-1][:-1].lstrip('“"(')) is not None


def _emoji(block: str) -> list[int]:
    """An emoji that points goes with the text after it, any other ends what stands before it."""
    starts = []
    pointing = _POINTER.match(block) is not None
    for run in _EMOJI_RUN.finditer(block):
        before = _text_before(block, run.start())
        if not before or before.endswith(_LOVERS) or not _START.match(block, run.end()):
            continue
        if len(block) - run.end() <= _TAGS_LENGTH and ENDING_TAGS.match(block, run.end()):
            continue
        if not _POINTER.match(block, run.start()):
            starts.append(run.end())
        elif pointing or before[-1] in '.!?…”")':
            starts.append(run.start())
    return starts


def _text_before(block: str, at: int) -> str:
    """The last few characters before ``at`` without the white space between."""
    return block[max(0, at - _NEAR) : at].rstrip()


def _emoticons(block: str) -> list[int]:
    """``Thanks :) Posted by``: an emoticon ends what stands before it."""
    return [face.end() for face in EMOTICON.finditer(block) if _START.match(block, face.end())]


def _separators(block: str) -> list[int]:
    """Rules within running text, as where lines were joined: ``The end. * * * Earlier``."""
    return [edge for rule in _SEPARATOR.finditer(block) for edge in rule.span()]


def _announced_items(block: str) -> list[int]:
    """Items in a row after a colon: ``What to do: 1. Open it. 2. Shut it.``."""
    if _ITEM.match(block):
        return []  # looked at from its beginning
    return _items(block, max(block.find(": 1"), block.find(": (1")) + 1)


def _items(block: str, low: int) -> list[int]:
    """Numbered items in a row, ``1. Open it. 2. Shut it.``, with a second to prove the first."""
    starts: list[int] = []
    first = _ITEM.search(block, low, low + _ITEM_LENGTH)
    wanted = first[1] if first else None
    for item in _ITEM.finditer(block, low) if first else ():
        goes_on = _text_before(block, item.start()).endswith(_GOES_ON)
        if item[1] == wanted and not goes_on:
            starts.append(item.start())
            wanted = _successor(wanted)
    return starts if len(starts) > 1 else []


def _successor(numeral: str) -> str:
    """The numeral after this one: 1 → 2, a → b."""
    return str(int(numeral) + 1) if numeral.isdecimal() else chr(ord(numeral) + 1)


def _headline(block: str) -> list[int]:
    """A headline in capitals before running text: ``CURFEW EXTENDED TO ALL CITIES The curfew``."""
    capitals = _CAPITALS.match(block)
    if capitals is None:
        return []
    words = capitals.group().rstrip()
    if words[-1] in ",:;—–-_" or sum(map(str.isupper, words)) < 12:
        return []
    return [capitals.end()]


_SIGNS = tuple(  # each begins with the one character that Python finds the fastest
    (form.lstrip("\\")[0], re.compile(form), step)
    for form, step in (
        (r"\((?<=[.”] .)", _asides),
        (r"\[(?<=\. .)", _asides),
        (r":[()-]", _emoticons),
        (r";\)", _emoticons),
        (r"---", _separators),
        (r"___", _separators),
        (r"\*(?: \*|\*\*)", _separators),
        (r": \(?1", _announced_items),
    )
)
