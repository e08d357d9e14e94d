"""Words whose coming or going changes what a statement says; data only.

What must stay true: classes of words, never sentences; in small letters, ``'`` for ``’``. English
first; of German, French, Italian and Spanish what cannot be mistaken for an English word.
"""

from __future__ import annotations

from newsreader.language.calendar import MONTHS, WEEKDAYS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _classes(rows: str) -> dict[str, str]:
    """Each word of a row to the first word of its row."""
    lines = (line.split() for line in rows.strip().splitlines())
    return {word: line[0] for line in lines for word in line}


def _numbered(text: str) -> dict[str, int]:
    """The numbers from two on."""
    return {word: n for n, word in enumerate(text.split(), 2)}


NEGATIONS = _words("""
    not no never none nobody nothing neither without cannot nowhere hardly barely scarcely
    nicht kein keine keinen keinem keiner nie niemals niemand nichts ohne weder
    ne n' pas jamais aucun aucune sans
    non nessuno nessuna senza
    nunca nadie ningún ninguno ninguna tampoco
    """)
FAILING = _words("fail fails failed failing refuse refuses refused refusing")
"""They deny what follows with *to*."""
UN = ("un", "non", "non-", "dis")
OPPOSITES = {
    a: b
    for row in """
    accurate inaccurate|complete incomplete|correct incorrect|direct indirect|active inactive
    secure insecure|stable unstable|sufficient insufficient|valid invalid|visible invisible
    possible impossible|probable improbable|legal illegal|regular irregular
    responsible irresponsible|relevant irrelevant|eligible ineligible|dependent independent
    effective ineffective
    """.replace("\n", "|").split("|")
    if row.strip()
    for a, b in (row.split(), row.split()[::-1])
}

HEDGES = _classes("""
    reportedly
    allegedly alleged purportedly purported supposedly supposed
    apparently apparent seemingly
    possibly possible
    probably probable
    perhaps maybe
    likely
    presumably presumed
    potentially potential
    suspected
    unconfirmed unverified
    seem seems seemed
    appear appears appeared
    may might
    can
    could
    would
    should
    must
    will shall
    'd
    angeblich angebliche angeblichen
    offenbar anscheinend
    möglicherweise vermutlich wahrscheinlich
    mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher
    könnte könnten dürfte dürften sollen sollte sollten
    peut-être probablement apparemment vraisemblablement
    présumé présumée présumés
    pourrait pourraient aurait auraient serait seraient
    forse probabilmente presunto presunta presunti
    sarebbe sarebbero avrebbe avrebbero potrebbe potrebbero
    quizás quizá probablemente presuntamente presunto supuestamente supuesto
    podría podrían habría habrían sería serían
""")
BELIEVED = _words("believed thought feared suspected expected understood assumed rumored rumoured")
"""Hedges in the passive and before *to*, verbs of somebody else."""

VERBS = _classes("""
    say says said saying tell tells told telling add adds added note notes noted state states
    say stated write writes wrote written tweet tweeted tweets post posted reply replied explain
    say explained remark remarked comment commented according
    announce announces announced announcing declare declares declared
    confirm confirms confirmed confirming confirmation verify verified verifies
    deny denies denied denying reject rejects rejected rejecting refute refuted refutes dispute
    deny disputes disputed dismiss dismisses dismissed
    claim claims claimed claiming allege alleges alleging assert asserts asserted asserting
    claim contend contends contended
    report reports reported reporting
    insist insists insisted insisting maintain maintains maintained
    warn warns warned warning caution cautioned
    suggest suggests suggested suggesting hint hinted hints indicate indicates indicated imply
    suggest implies implied
    admit admits admitted admitting acknowledge acknowledges acknowledged concede concedes conceded
    reveal reveals revealed disclose disclosed discloses
    believe believes believing think thinks suspect suspects
    fear fears fearing
    estimate estimates estimated estimating
    accuse accuses accused accusing blame blames blamed blaming
    predict predicts predicted forecast forecasts
    argue argues argued arguing
    testify testifies testified swear swears swore
    promise promises promised vow vows vowed pledge pledges pledged
    threaten threatens threatened threatening
    urge urges urged demand demands demanded
    condemn condemns condemned denounce denounces denounced
    speculate speculates speculated
    conclude concludes concluded
    show shows showed shown
    sagt sagte sagten mitteilte teilte
    bestätigt bestätigte bestätigten
    dementiert dementierte dementierten bestritt bestreitet
    behauptet behauptete behaupteten
    berichtet berichtete berichteten
    affirme affirmé annonce annoncé déclaré déclare
    confirme confirmé
    dément démenti nié nie
    dichiarato detto afferma affermato
    confermato conferma
    smentito smentisce negato
    dijo dijeron afirmó afirma
    confirmó confirmaron
    negó negaron desmintió
""")
"""Reporting verbs; those that claim the same are of one class."""
NEUTRAL = "say"
NOUNS_TOO = _words("""
    claim claims report reports state states note notes comment post posts forecast forecasts
    fear fears estimate estimates demand demands dispute promise pledge vow hint blame show shows
    warning reporting confirmation
    """)
"""Reporting verbs that are nouns after an article or an adjective."""

UNITS = _classes("""
    person people persons
    man men
    woman women
    child children kids minors
    civilian civilians
    soldier soldiers troops servicemen servicemembers
    fighter fighters militants insurgents rebels gunmen terrorists
    officer officers policemen
    firefighter firefighters
    student students pupils
    passenger passengers
    worker workers employees staff
    resident residents inhabitants
    migrant migrants refugees
    protester protesters demonstrators
    patient patients
    hostage hostages
    prisoner prisoners detainees inmates
    journalist journalists reporters
    family families
    household households homes houses
    case cases
    body bodies corpses
    missile missiles rockets
    drone drones
    vehicle vehicles cars
    building buildings
    percent percentage % pct
    dollar dollars $
    euro euros €
    pound pounds £
    ruble rubles roubles rouble ₽
    yen ¥
    kilometer kilometers kilometre kilometres km
    mile miles
    meter meters metre metres
    foot feet
    ton tons tonnes tonne
    kilogram kilograms kg kilos
    liter liters litres
    gallon gallons
    barrel barrels
    acre acres
    hectare hectares
    degree degrees
    second seconds
    minute minutes
    hour hours
    day days
    week weeks
    month months
    year years
    mensch menschen personen
    kind kinder
    soldat soldaten
    zivilist zivilisten
    personnes
    enfants
    soldats
    civils
    persone
    bambini
    soldati
    civili
    personas
    niños
    soldados
    civiles
""")
"""What is counted; spellings and names of one unit are one class."""

CASUALTIES = _classes("""
    killed dead died die dies death deaths fatalities kill kills killing slain perished tote toten
    killed tot getötet morts tués morti uccisi muertos fatal fatally
    injured wounded hurt injuries wounds injuring wounding injury casualty verletzt verletzte
    injured blessés feriti heridos
    casualties victims
    missing vermisst disparus dispersi desaparecidos
    arrested detained arrests jailed festgenommen arrêtés arrestati detenidos
    evacuated evacuees
    displaced
    rescued saved
    trapped
    hospitalized hospitalised
    infected
    abducted kidnapped captured
    alive survived unharmed unhurt uninjured survivors
""")
"""What happened to those who are counted."""

BOUNDS = _words("least most than over under up")
ABOUT = _words("about around approximately roughly nearly almost circa estimated")
"""Before a number: a limit, and that it is not exact."""

DETERMINERS = _words("""
    the a an this that these those his her their its our my your some any another one two three
    several many two both other der die das ein eine le la les un une il lo gli i el los las una
    """)
ADVERBS = _words("""
    also later earlier then now still again already just first once recently previously further
    repeatedly publicly officially formally reportedly has had have having was were is are been be
    not never initially subsequently since both all yet separately
    """)
PREPOSITIONS = _words("""
    of in on at for from with by to about against over under into than as among between through
    during after before without toward towards near since until within outside inside across
    despite amid via because if when while although though whether
    """)
JOINING = _words("and or but that which who whom whose where what how why said")
BE = _words("is are was were be been being")
ROLES = _words("""
    police official officials authority authorities ministry minister government army military
    witness witnesses eyewitness eyewitnesses resident residents source sources spokesman
    spokeswoman spokesperson prosecutor prosecutors mayor governor president doctor doctors hospital
    hospitals media agency analyst analysts expert experts investigator investigators firefighters
    rescuers union company commander commanders intelligence diplomat diplomats aide aides lawyer
    lawyers family relatives neighbor neighbors activist activists rebels council department
    commission court judge kremlin pentagon report reports study survey poll video footage he she
    they it we
    """)
"""Who speaks without a name; one instead of another is another source."""

AGENCIES = _words("""
    reuters ap afp tass ria interfax dpa bloomberg bbc cnn cnbc nbc cbs abc npr xinhua kyodo yonhap
    anadolu efe ansa jazeera axios politico meduza ukrinform sputnik novosti unian suspilne tasnim
    fars irna wafa sana pti ani belta kcna apa wsj nyt guardian upi pbs msnbc itar-tass
    """)
TITLES = _words("""
    mr mrs ms mr. mrs. ms. dr prof sir president prime minister sen rep gov gen col king queen
    lord lady sen. gov. herr frau
    """)

_NUMERALS = "zero one two three four five six seven eight nine ten eleven twelve thirteen \
fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
VALUES = (
    {word: n for n, word in enumerate(_NUMERALS.split())}
    | {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
    | _numbered("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
    | _numbered("deux trois quatre cinq six sept huit neuf dix")
    | _numbered("due tre quattro cinque sei sette otto nove dieci")
    | _numbered("dos tres cuatro cinco seis siete ocho nueve diez")
)
"""Words that are numbers."""
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "tausend": 10**3,
    "millionen": 10**6, "milliarden": 10**9, "millions": 10**6, "milliards": 10**9,
}  # fmt: skip
SHORT_SCALES = _words("k m mn bn tn")
VAGUE = _classes("""
    dozen dozens
    hundreds
    thousands
    scores
    several
    few fewer
    many
    most majority
    half
    all
    quarter
    double doubled doubles twice
    triple tripled triples
    couple
    pair
    handful
    dutzend dutzende
    hunderte
    tausende
    dizaines
    centaines
    decine
    centinaia
    decenas
    cientos
""")
ORDINALS = {word: f"{n}th" for n, word in enumerate(_ORDINALS.split(), 1)}
NUMBER_WORDS = (
    frozenset(VALUES) | frozenset(SCALES) - SHORT_SCALES | frozenset(VAGUE) | frozenset(ORDINALS)
)
"""What is a number, or nearly; never a matter of spelling."""

TIMES = _words("""
    yesterday today tonight tomorrow noon midnight overnight morning afternoon evening night
    dawn dusk gestern heute hier aujourd'hui demain ieri oggi domani ayer hoy mañana spring summer
    autumn winter
    """)
PERIODS = _words("week weeks month months year years weekend day days hour hours minute minutes")
RELATIVE = _words("last next this past previous coming following")
AGO = _words("ago earlier later before after")
CLOCKS = _words("am pm a.m. p.m. gmt utc et est edt cet cest bst msk o'clock hrs uhr local pst pdt")
DAYS = frozenset(each for each in WEEKDAYS if len(each) > 3)
LONG_MONTHS = frozenset(each for each in MONTHS if len(each) > 3) | {"may"}
SHORT_MONTHS = frozenset(MONTHS) - LONG_MONTHS
DOUBTFUL_MONTHS = _words("may march mars mai")
"""Months that are other words as well."""

TELLING = (
    NEGATIONS | FAILING | frozenset(OPPOSITES) | frozenset(HEDGES) | BELIEVED | frozenset(VERBS)
    | frozenset(UNITS) | frozenset(CASUALTIES) | NUMBER_WORDS | TIMES
)  # fmt: skip
"""Words that an alarm hangs on: only the smallest slip of one is taken for a slip."""

KNOWN = TELLING | DETERMINERS | ADVERBS | PREPOSITIONS | JOINING | BE | ROLES
"""Everything above that is a word: none of it is taken for a slip of another."""
