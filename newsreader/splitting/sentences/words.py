"""The small closed word lists that the rules look at, and nothing else.

Each list is a class of words with one use: what opens a sentence, what says that someone spoke,
what may follow a clock time. Proper names never stand here.
"""

from __future__ import annotations

from newsreader.language.calendar import names
from newsreader.splitting.grammar.zones import ABBREVIATIONS

SENTENCE_OPENERS = frozenset(
    """
    A After Again All Already Also Although Among Amid An And Another Any Anyone As At
    Because Before Besides Both But By Despite Did Do Does During
    Each Earlier Either Even Every Everyone Everything Few For From Further
    Had Has Have He Hence Her Here Hers His How However I If In Indeed Instead Is It Its
    Just Last Later Like Likewise Many Maybe Meanwhile More Moreover Most Much My
    Nearly Neither Never Nevertheless No Nobody None Nor Not Nothing Now
    Of Often On Once Only Or Other Others Otherwise Our Over Perhaps Rather
    Several She Should Since So Some Someone Something Sometimes Soon Still Such
    Than That The Their Them Then There Therefore These They This Those Though Through Thus To
    Today Together Too Two Unless Unlike Until Upon Was We Were What Whatever When Where Whether
    Which While Who Whoever Whose Why With Within Without Would Yes Yesterday Yet You Your
    He's He'd She's She'd It's I'm I've I'd I'll We're We've We'll They're They've You're
    That's There's What's Here's Don't Let's Didn't Isn't
    According Asked Officials Police Authorities Protesters Residents Witnesses Analysts Experts
    Critics Investors Lawmakers Prosecutors Soldiers Rescuers Reporters Shares Markets Supporters
    Opponents Agents Troops Voters Workers Students Teachers Parents Families Activists
    Demonstrators Crowds Firefighters Medics Aides Campaigners Let Diplomats
    Lawyers Doctors Scientists Researchers Economists Negotiators Talks People
    """.split()  # noqa: SIM905 - lists of words are read, and changed, more easily as text
)
"""Words that, capitalised after an abbreviation, open a new sentence."""

JOBS = frozenset(
    """
    Chief Chairman Chairwoman Chairperson Chair President Vice Executive CEO CFO COO Director
    Founder Co-founder Manager Analyst Spokesman Spokeswoman Spokesperson Senior Economist
    Strategist Managing General Treasurer Secretary Partner
    Inc Ltd Corp Co LLC Holdings International Group
    """.split()  # noqa: SIM905
)
"""What goes on with a firm's name after ``Inc.``."""

LETTERED = frozenset(
    """
    Annex Appendix Article Block Building Category Class Exhibit Gate Grade Group Hall Hepatitis
    Influenza Level Option Part Phase Plan Platform Point Pool Room Route Schedule Section Serie
    Stage Terminal Tier Type Unit Vitamin War Zone
    hepatitis influenza option plan type vitamin point
    """.split()  # noqa: SIM905
)
"""What a letter may name that is no one's initial: ``Group B``, ``World War I``."""

DATE_PARTS = frozenset((*names("en"), *names("de", short=False)))
"""Months and days, written out or not."""

_ZONE_WORDS = """
    Eastern Central Mountain Pacific Atlantic Moscow Greenwich Kyiv Beijing Tokyo London TO
"""
ZONES = frozenset((*ABBREVIATIONS, *_ZONE_WORDS.split()))
"""What may follow a clock time within one statement."""

CONJUNCTIONS = (" and", " or", " und", " oder", " et", " y")
"""What joins the items of an enumeration within one sentence."""
