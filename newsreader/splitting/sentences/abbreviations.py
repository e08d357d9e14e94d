"""Abbreviations as data: what a full stop after each of them means.

An abbreviation is not a yes or no: after a title a statement never ends, after ``No.`` it goes
on when a digit follows, after ``U.S.`` it ends when a word follows that opens sentences. So each
is filed under the one :class:`Ending` that says so. What must stay true: a word has one class,
is written as here (case matters: ``Gen.`` is a rank, ``gen.`` is nothing we know), and stands
without its last full stop. More entries have measured worth close to nothing; the classes are
what counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from newsreader.language.calendar import names


class Ending(IntEnum):
    """What a full stop after an abbreviation says about the end of the statement."""

    NEVER = 1  # the statement goes on: Mr., vs., e.g.
    NUMBER = 2  # it goes on if a number follows: No., p., Fig.
    CALENDAR = 3  # it goes on if a number or the next part of a date follows: Jan., Tue.
    PLACE = 4  # it ends only before a word that opens sentences: U.S., Calif., Jr.
    FIRM = 5  # it ends unless a job or the next part of the name follows: Inc., Corp.
    CLOCK = 6  # it ends unless a zone or a date follows: a.m., p.m.
    LETTER = 7  # a small letter by itself: it goes on but after a number: z. B., г. Тула


_NUMBERED = """
    No Nos no nos Nr Nrn Art Arts Ch ch Chap Cl Ex Fig Figs fig figs p pp Para para Paras paras
    Secs Sect Sc Vol Vols vol vols Op Ser ser Ver ver Ep ep Eq Reg Ord Tel tel Ext
    Abs Bd Kap Std Tsd rd Ziff
    prof pres corp assn univ prov dist temp tech orig spec avg max misc prev
    Rs Tk ft lb lbs hr hrs min mins yd yds deg
"""

_TITLES = """
    Mr Mrs Ms Mx Dr Drs Prof Messrs Mme Mmes Mlle Msgr Rev Revd Hon Fr Sr Sra Srta Hr Frau Dipl
    Gen Lt Col Maj Capt Cpt Cmdr Cdr Cmdre Comdr Adm Brig Sgt Cpl Pvt Pte Pfc Ens Spc Lieut Flt Sqn
    Sen Sens Rep Reps Gov Govs Pres Amb Supt Insp Det Cllr Ald Dep Atty Asst Assoc Mgr Dir Sec Min
    Bp Abp Smt Dra Lic Ing EE Mt Ft Pt Sto Sta Ste
"""

_NEVER_FINAL = """
    Wm Jas Chas Geo Thos Fa sig dott avv
    vs e.g i.e a.k.a f.k.a c.f n.b eg ie cf Cf viz est approx ca incl excl resp govt dept esp
    z.B d.h u.a bzw bspw ggf sog Mio Mrd z.T z.Zt u.U i.d.R o.g v.a m.E d.M s.o inkl zzgl vgl evtl
    т.е т.н т.к т.д ул им тов
"""

_CLOCK = "a.m p.m A.M P.M am pm"

_FIRMS = "Inc Corp Ltd Co Cos Bros LLC L.L.C Plc PLC plc Pty S.A N.V A.G S.p.A GmbH"

_PLACES_AND_SUFFIXES = """
    St ST Ave AVE Blvd BLVD Rd Hwy Rte Pkwy Bldg Dept Univ Assn Natl Intl Int Inst Mfg Jr Esq al
    Ala Ariz Ark Calif Colo Conn Del Fla Ill Kan Ky La Mass Md Mich Minn Mo Mont Neb Nev Okla Ore
    Ga Ont Pa Penn Que Tenn Tex Va Vt Wash Wis Wyo Ph Ph.D Ed.D M.Sc B.Sc Litt.D N.Dak S.Dak W.Va
"""

_SMALL_LETTERS = "abcdefghlmnopsuvzавгдзиклнорстушю"  # as in d. h., v. Chr., z. B.
_LETTERS = re.compile(r"(?:[^\W\d_]\.&?)*[^\W\d_]")


def _in_capitals_too(listed: Sequence[str]) -> list[str]:
    """The words, and those of them longer than a letter in capitals as headlines write them."""
    return [*listed, *(word.upper() for word in listed if len(word) > 1)]


def _filed() -> dict[str, Ending]:
    """Every abbreviation with its class; an earlier class wins."""
    filed: dict[str, Ending] = {}
    for ending, words in (
        (Ending.NUMBER, _NUMBERED.split()),
        (Ending.NEVER, [*_in_capitals_too(_TITLES.split()), *_NEVER_FINAL.split()]),
        (Ending.CLOCK, _CLOCK.split()),
        (Ending.FIRM, _FIRMS.split()),
        (Ending.PLACE, _PLACES_AND_SUFFIXES.split()),
        (Ending.CALENDAR, _in_capitals_too(names("en", short=True))),
        (Ending.LETTER, _SMALL_LETTERS),
    ):
        for word in words:
            filed.setdefault(word, ending)
    return filed


ENDINGS = _filed()
"""Abbreviation without its last full stop → what that full stop means."""

LONGEST = 16
"""Characters beyond which a word is not looked up part by part."""

EXCLAIMED_NAMES = frozenset({"Yahoo", "Jeopardy", "Panic", "Joomla"})
"""Names that are written with an exclamation mark of their own."""


def ending_of(word: str) -> Ending | None:
    """What a full stop after ``word`` means, or None if it is no abbreviation.

    Capitals with full stops between them are acronyms, one alone is an initial; of a compound
    (``Lt.-Gen.``) the last part counts.
    """
    ending = ENDINGS.get(word)
    if ending is not None or len(word) > LONGEST:
        return ending
    last = word.replace("/", "-").rsplit("-", 1)[-1]
    if last in ENDINGS and last is not word:
        return ENDINGS[last]
    return Ending.PLACE if word[:1].isupper() and _LETTERS.fullmatch(word) else None
