"""Verbs that say who says something, by what they do to it; data, and the forms made of it.

Three kinds. **Saying**: the words are the speaker's claim (*said*, *announced*). **Stance**: the
speaker takes a side on something, which is not the same as claiming it (*denied*, *urged*,
*criticized*). **Mind**: what somebody thinks or wants (*believes*, *plans*). Independence counts
only the first; who reads wants to know all three.

What must stay true: a form that is as often a noun (*reports*, *plans*) is in ``NOUN_LIKE`` and
needs more beside it than the others.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["saying", "stance", "mind"]
Form = Literal["base", "third", "past", "going"]


class Verb(NamedTuple):
    """What one form of a verb is."""

    lemma: str
    kind: Kind
    forms: frozenset[Form]  # "put" is base and past


_SAYING = """
say tell add note write announce warn claim state acknowledge suggest argue insist declare
explain emphasize emphasise stress tweet reply respond recall admit concede allege assert
contend report confirm reveal disclose reiterate remark comment maintain caution conclude
testify observe quip joke boast brag complain lament muse elaborate clarify recount predict
forecast estimate indicate signal hint imply affirm reaffirm attest swear profess proclaim
exclaim shout yell retort counter mention describe detail outline inform notify assure remind
advise quote cite chant speculate theorize posit stipulate specify underscore underline
highlight confess divulge summarize interject ask discover continue echo learn repeat rave sneer
scoff grumble depict portray reference post
"""

_STANCE = """
deny refute reject dispute vow pledge promise threaten urge demand request implore beg plead
instruct recommend propose advocate accuse blame criticize criticise condemn denounce decry
deplore slam blast bash assail lambast lambaste castigate rebuke chide scold ridicule mock
deride dismiss praise laud hail applaud commend thank congratulate apologize apologise endorse
defend question challenge compare liken label dub tout decline refuse agree disagree object
oppose support back call attack encourage invite appeal disavow disown renounce repudiate rebuff
rebut welcome deem vilify disparage belittle demean insult chastise excoriate fault skewer
savage berate admonish exhort counsel push pitch promote compliment extol unveil contradict
debunk protest charge
"""

_MIND = """
believe think know want hope expect fear worry feel understand suspect doubt assume realize
imagine decide intend plan prefer wish see view regard favor favour anticipate envision consider
foresee resent dread wonder determine seek
"""

_IRREGULAR = {  # past and participle
    "say": "said", "tell": "told", "write": "wrote written", "swear": "swore sworn",
    "think": "thought", "know": "knew known", "feel": "felt", "understand": "understood",
    "see": "saw seen", "foresee": "foresaw foreseen", "learn": "learned learnt",
    "forecast": "forecast forecasted", "seek": "sought", "find": "found", "show": "showed shown",
    "put": "put",
}  # fmt: skip
_DOUBLING = frozenset("beg brag dub slam plan admit quip rebut".split())  # noqa: SIM905
_VOWELS = "aeiou"


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma in _DOUBLING:
        return lemma + lemma[-1] + "ed"
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _going(lemma: str) -> str:
    if lemma in _DOUBLING:
        return lemma + lemma[-1] + "ing"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye")):
        return lemma[:-1] + "ing"
    return lemma + "ing"


def _forms(lemma: str) -> list[tuple[str, Form]]:
    past = _IRREGULAR.get(lemma, _past(lemma)).split()
    return [
        (lemma, "base"),
        (_third(lemma), "third"),
        *((each, "past") for each in past),
        (_going(lemma), "going"),
    ]


def _table(rows: tuple[tuple[Kind, str], ...]) -> dict[str, Verb]:
    """Every form with its verb; of two verbs with one form the first counts."""
    table: dict[str, Verb] = {}
    for kind, lemmas in rows:
        for lemma in lemmas.split():
            for word, form in _forms(lemma):
                known = table.get(word)
                if known is None or known.lemma == lemma:
                    forms = known.forms | {form} if known else frozenset({form})
                    table[word] = Verb(lemma, known.kind if known else kind, forms)
    return table


VERBS = _table((("saying", _SAYING), ("stance", _STANCE), ("mind", _MIND)))
"""Every form of every verb that can be a cue, in small letters."""

SHOWING = _table((("saying", "show find prove reveal discover"),))
"""Verbs with which a poll or a report says something."""
