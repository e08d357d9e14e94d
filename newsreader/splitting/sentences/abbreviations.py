"""Abbreviations as data: what a full stop after each of them means.

An abbreviation is not a yes or no: after a title a statement never ends, after ``No.`` it goes
on when a digit follows, after ``U.S.`` it ends when a word follows that opens sentences. So each
is filed under the one :class:`Stop` that says so. What must stay true: a word stands in one
class only, as it is written (case matters: ``Gen.`` is a rank, ``gen.`` is nothing we know), and
without its last full stop. More entries have measured worth close to nothing; the classes are
what counts.
"""

from __future__ import annotations

from enum import IntEnum


class Ending(IntEnum):
    """What a full stop after an abbreviation says about the end of the statement."""

    NEVER = 1  # the statement goes on: Mr., vs., e.g.
    NUMBER = 2  # it goes on if a number follows: No., p., Fig.
    CALENDAR = 3  # it goes on if a number or a date's next part follows: Jan., Tue.
    PLACE = 4  # it ends only before a word that opens sentences: U.S., Calif., Jr.
    FIRM = 5  # it ends unless a job or a further part of the name follows: Inc., Corp.
    CLOCK = 6  # it ends unless a zone or a date follows: a.m., p.m.


_TITLES = """
    Mr Mrs Ms Mx Dr Drs Prof Messrs Mme Mmes Mlle Msgr Rev Revd Hon Fr Sr Sra Srta
    Gen Lt Col Maj Capt Cpt Cmdr Cdr Cmdre Comdr Adm Brig Sgt Cpl Pvt Pfc Ens Spc
    Sen Sens Rep Reps Gov Govs Lieut Pres Amb Supt Insp Det Cllr Dep Atty Asst Assoc
    Mt Ft Pt Sto Sta Ste Mgr Hr Frau Dipl
"""

_NEVER_FINAL = """
    vs v e.g eg i.e ie cf viz est approx ca al incl excl resp
    z.B d.h u.a bzw bspw ggf sog
"""

_NUMBERED = """
    No Nos no nos Nr nr Art art Arts Ch ch Chap chap Cl cl Ex ex Fig fig Figs figs
    p pp Para para Paras paras Pt Sec sec Secs Sect sect Vol vol Vols vols Op op Ser ser Ver ver
    Ep ep Eq eq Tab tab Reg reg Ord ord Tel tel Ext ext c
"""

_MONTHS_AND_DAYS = """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
"""

_PLACES_AND_AFTER_NAMES = """
    St Ave Blvd Rd Hwy Rte Pkwy Bldg Dept Univ Assn Assoc Natl Intl Int Inst Mfg Jr Esq
    Ala Ariz Ark Calif Colo Conn Del Fla Ill Kan Mass Md Mich Minn Mont Neb Nev Okla
    Ont Penn Pa Que Tenn Tex Va Vt Wash Wis Wyo Ky Ga Ore Ph.D Ph Ed.D M.Sc B.Sc Litt.D
    N.Dak S.Dak W.Va
"""

_FIRMS = "Inc Corp Ltd Co Cos Bros LLC L.L.C Plc PLC plc Pty Pte S.A N.V A.G S.p.A GmbH"

_CLOCK = "a.m p.m A.M P.M am pm"


def _upper_too(words: str) -> list[str]:
    """The words, and those of them longer than a letter in capitals as headlines write them."""
    listed = words.split()
    return [*listed, *(word.upper() for word in listed if len(word) > 1)]


def _filed() -> dict[str, Ending]:
    """Every abbreviation with its class; an earlier class wins."""
    filed: dict[str, Ending] = {}
    for ending, words in (
        (Ending.NUMBER, _NUMBERED.split()),
        (Ending.NEVER, [*_upper_too(_TITLES), *_NEVER_FINAL.split()]),
        (Ending.CLOCK, _CLOCK.split()),
        (Ending.FIRM, _FIRMS.split()),
        (Ending.PLACE, _PLACES_AND_AFTER_NAMES.split()),
        (Ending.CALENDAR, _MONTHS_AND_DAYS.split()),
        (Ending.CALENDAR, _upper_too(_MONTHS_AND_DAYS)),
    ):
        for word in words:
            filed.setdefault(word, ending)
    return filed


ENDINGS = _filed()
"""Abbreviation without its last full stop → what that full stop means."""

EXCLAIMED_NAMES = frozenset({"Yahoo", "Jeopardy", "E", "Panic", "Joomla", "Yum", "Oklahoma"})
"""Names that are written with an exclamation mark of their own."""
