"""Verbs of saying, with what each of them does to what was said; data only."""

from __future__ import annotations

CLAIMING = "said says added confirmed announced warned stated reported claimed".split()  # noqa: SIM905
"""Verbs after a name that make what is said that name's claim: its attribution."""

_UTTERING = """
    say asked asks ask told tells adds replied replies wrote writes shouted shouts
    cried cries yelled screamed tweeted tweets posted exclaimed insisted insists demanded demands
    declared declares answered answers wondered wonders asking saying commented remarked quipped
    joked recalled recalls explained explains continued responded responds states announces
    urged urges warns quoted argued argues noted notes concluded concludes retorted muttered
    whispered begged pleaded pleads chanted chants roared snapped sighed vowed vows cautioned
    complained exclaims queried enquired inquired jeered sang sobbed yells
"""

SAYING = frozenset((*CLAIMING, *_UTTERING.split()))
"""Verbs that may stand in the tail of a quotation; many of them claim nothing (``asked``)."""


PRONOUNS = {"he": "he", "she": "she", "it": "it", "they": "they", "his": "he", "her": "she",
            "its": "it", "their": "they"}  # fmt: skip
"""Words that stand for a speaker who has been named; by what they tell of him."""
