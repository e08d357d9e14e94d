"""The words around a cue that decide whether it is one; data only.

What must stay true: classes of words, never sentences; all in small letters, ``'`` for ``’``.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BE = _words("is are was were be been being 'm am isn't aren't wasn't weren't")
HAVE = _words("has have had having hasn't haven't hadn't")
DO = _words("do does did don't doesn't didn't")
MODAL = _words("""
    would will could can should might may must shall won't wouldn't can't cannot couldn't
    shouldn't
    """)
AUXILIARY = BE | HAVE | DO | MODAL
NOT = _words("not never n't no")
ADVERB = _words("""
    also then later now still again already even just first once often recently previously soon
    repeatedly further thus always long both all simply instead essentially not never so far
    there here too ever twice seldom rather almost
    """)
DETERMINER = _words("""
    the a an this that these those his her their its our my your some any every each another
    such which whose no one two three four five six seven eight nine ten several many most few
    both other all half
    """)
POSSESSIVE = _words("his her their its our my your whose")
PRONOUN = _words("he she they it we i you")
RELATIVE = _words("who which that whom")
PREPOSITION = _words("""
    of in on at for from with by to about against over under into than as among between through
    during after before without toward towards near since until within outside inside across
    despite amid like via upon per behind following including around because if when while
    although though whether unless where why how what
    """)
JOINING = _words("and or but nor yet")
LEADS = (
    (DETERMINER - {"which", "whose"})
    | PRONOUN
    | _words("""
    there it's he's she's they're there's how what whether why who when where if nothing
    """)
)
"""Words with which what is said begins."""

NOUNS_TOO = _words("""
    claims reports calls plans attacks questions comments views states demands requests appeals
    protests challenges charges hopes fears estimates remarks tweets posts quotes notes promises
    pledges vows doubts details references insults favors favours supports counters boasts jokes
    signals hints echoes shouts yells backs labels pushes pitches objects faults praises blames
    promotes chants thanks worries regards wishes touts mentions threats reads rules documents
    outlines highlights compliments advocates forecasts tolls offers answers
    """)
"""Third persons that are plural nouns as well: they need the beginning of a clause behind them."""

DESCRIBING = _words("""
    earlier recent new other more further initial media news press early conflicting multiple
    various public false previous unconfirmed latest similar first such
    """)
"""What stands before a noun (*earlier reports that*) and is nobody who reports."""

NO_NAMES = _words("""
    however but and or so now then when while why how what where if after before since because
    although though earlier later meanwhile today yesterday still yet also instead once until in
    on at by for from with not no nobody nothing everyone someone anyone monday tuesday
    wednesday thursday friday saturday sunday there here as to of additionally moreover
    furthermore indeed perhaps maybe asked
    """)
"""Words that open a sentence with a capital and name nobody."""

PHRASES: dict[str, frozenset[str]] = {
    form: _words(after)
    for forms, after in (
        ("pointed points pointing point", "out to"),
        ("spoke speaks speaking spoken", "of about out"),
        ("talked talks talking", "about of"),
        ("referred refers referring", "to"),
        ("alluded alludes alluding", "to"),
        ("laid lays laying", "out"),
        ("lashed lashes lashing", "out"),
        ("ruled rules ruling", "out"),
        ("made makes making", "clear"),
        ("put puts", "it"),
        ("took takes taking", "aim issue"),
        ("raised raises raising", "questions concerns doubts alarm"),
        ("cast casts casting", "doubt"),
        ("hit fired", "back out"),
        ("weighed weighs", "in"),
        ("railed rails railing", "against"),
        ("doubled doubling", "down"),
        ("expressed expresses expressing voiced voices voicing conveyed conveys", "*"),
        ("touted touts", "*"),
    )
    for form in forms.split()
}
"""Verbs that say something together with the next word; ``*`` with any."""

_THAT = LEADS | _words('“ " ‘ , : to')
NEEDS: dict[str, frozenset[str]] = {
    "see": _words("as it"),
    "know": _words("that"),
    "view": _words("as"),
    "regard": _words("as"),
    "consider": _words("it him her them himself herself"),
    "continue": _words('“ " : , .'),
    "maintain": _THAT,
    "decline": _words("to"),
    "refuse": _words("to"),
    "compare": _words("him her it them himself herself the his their"),
    "intend": _words("to"),
    "back": _words("the his her their a an"),
    "push": _words("for"),
    "learn": _words("that from"),
    "plan": _words("to on for a"),
    "threaten": _words("to that"),
    "feel": _THAT,
    "find": _words("that"),
    "determine": _words("that"),
    "post": _words('on a the “ " :'),
    "read": _words('“ " :'),
    "object": _words("to that"),
    "appeal": _words("for to"),
    "charge": _words("that"),
    "invite": _words(""),
}
"""Verbs that say something only before certain words."""

BARRED: dict[str, frozenset[str]] = {
    "say": _words("nothing so goodbye"),
    "report": _words("from for to by"),
    "call": _words("in off up back"),
    "ask": _words("not"),
    "tell": _words("to"),
    "think": _words("about of"),
    "attack": _words("in by"),
    "write": _words("off down letters"),
    "respond": _words("with"),
    "add": _words("up"),
    "explain": _words("away"),
}
"""Verbs that say nothing before certain words."""

SAID_OF = _words("""
    quote cite accuse report describe say ask tell believe expect know call rate endorse
    criticize blame praise condemn denounce allege claim deny confirm reject dispute
    """)
"""Verbs that say of somebody, in the passive, what others say of him."""

NO_SOURCE = _words("""
    plan plans rule rules law laws wish wishes need needs terms standards regulation regulations
    instructions principle principles schedule taste preference expectations custom customs
    condition conditions specification specifications means time size age type script protocol
    tradition
    """)
"""What one does something according to, without anybody saying it."""

REPORTEDLY = _words("reportedly allegedly supposedly purportedly presumably apparently")
"""Adverbs with which somebody says it, and nobody says who."""

SAYING_NOUNS = _words("""
    claim claims assertion assertions allegation allegations belief suggestion argument
    arguments accusation accusations warning warnings promise promises pledge vow comments
    comment remarks remark criticism contention insistence demand demands proposal proposals
    statement statements insistence support opposition calls call plan plans view views position
    """)
"""What somebody said, as a noun; a cue after the possessive that says whose."""
