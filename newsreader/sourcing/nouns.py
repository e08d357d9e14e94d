"""Who can speak, as classes of words: titles, roles, bodies, papers, agencies; data only.

What must stay true: small letters but for the names of agencies.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words("""
    mr mrs ms mx dr prof sir dame lord lady rev fr st sen rep gov gen col capt cpl lt maj sgt
    adm cmdr hon president senator representative governor general colonel captain sergeant
    minister secretary congressman congresswoman judge justice mayor sheriff professor
    chancellor premier king queen prince princess pope cardinal bishop archbishop ambassador
    detective officer chief director former vice prime deputy acting spokesman spokeswoman
    spokesperson republican democratic democrat attorney speaker chairman chairwoman chair ceo
    candidate nominee herr frau monsieur madame signor signora first lady trooper marshal
    commissioner
    """)
"""Words with a capital before a person's name that are no part of it."""

ABBREVIATED = _words("""
    mr mrs ms mx dr prof rev fr st sen sens rep reps gov gens gen col capt cpl lt maj sgt adm
    cmdr hon jr sr inc corp co ltd no vs d r
    """)
"""What a full stop behind does not end."""

WHEN = _words("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier
    later afterward afterwards recently now january february march april may june july august
    september october november december
    """)
WHEN_AFTER = _words("""
    week month year night morning afternoon evening summer spring fall winter day
    """)

ROLES = _words("""
    eyewitness eyewitnesses insider insiders official officials source sources police authority
    authorities witness witnesses resident residents ministry media spokesman spokeswoman
    spokesperson spokespeople prosecutor prosecutors army agency government administration
    campaign aide aides adviser advisers advisor advisors expert experts analyst analysts critic
    critics supporter supporters people leader leaders activist activists doctor doctors lawyer
    lawyers attorney attorneys investigator investigators researcher researchers scientist
    scientists soldier soldiers rebel rebels military officer officers minister ministers
    president mayor governor senator lawmaker lawmakers member members group groups union unions
    company companies hospital newspaper paper network channel outlet outlets station magazine
    website broadcaster tabloid daily diplomat diplomats director chief head chairman chairwoman
    professor teacher teachers worker workers neighbor neighbors victim victims family relatives
    mother father man woman men women voters democrats republicans reporter reporters journalist
    journalists correspondent correspondents coroner sheriff rescuers firefighters medics
    emergency services department office commission committee council court judge bank poll
    survey study report statement analysis data records documents letter editor editors author
    authors host candidate nominee operative strategist pollster detective detectives
    intelligence team party board body panel institute organization organisation association
    operator owner manager executive executives employee employees staff student students pilot
    driver commander general colonel captain secretary delegation side reports engineer
    engineers nurse nurses guard guards shopper shoppers passenger passengers trader traders
    economist economists forecaster forecasters survivor survivors sailor sailors fisherman
    fishermen user users colleague colleagues friend friends relative person
    """)
"""Nouns that can speak: what they name is somebody."""

PAPERS = _words("""
    poll polls survey surveys study studies report reports data records documents document
    analysis research figures statistics numbers letter letters email emails e-mail video videos
    footage transcript transcripts memo review polling census findings results evidence index
    averages filing filings papers audit estimates website map photos images
    """)
"""What shows or finds something without being somebody."""

COLLECTIVE = _words("""
    officials sources authorities witnesses residents media prosecutors aides advisers advisors
    experts analysts critics supporters people leaders activists doctors lawyers attorneys
    investigators researchers scientists soldiers rebels officers ministers lawmakers members
    groups unions companies outlets diplomats teachers workers neighbors eyewitnesses victims
    relatives men women voters democrats republicans reporters journalists correspondents
    rescuers firefighters medics services polls studies reports records documents editors
    authors detectives executives employees students police they spokespeople some many others
    several insiders locals protesters demonstrators militants troops commanders governments
    states allies opponents colleagues friends parents economists traders executives agencies
    newspapers broadcasters bloggers observers sailors fishermen passengers migrants refugees
    """)
"""Many without a name."""

UNSAID = _words("""
    briefed familiar knowledge close
    source sources anonymous unnamed insider insiders official officials aide aides adviser
    advisers advisor advisors diplomat diplomats witness witnesses eyewitness eyewitnesses
    spokesman spokeswoman spokesperson spokespeople member members lawyer lawyers attorney
    attorneys somebody someone
    """)
"""People who speak and are not named."""

AGENCIES = _words("""
    Reuters AP AFP TASS Tass RIA IFX Interfax Xinhua Kyodo Yonhap dpa DPA ANSA EFE PTI ANI UPI
    IRNA SANA WAFA Anadolu BBC CNN NBC CBS ABC NHK WSJ FT NYT Bloomberg Axios Politico MSNBC NPR
    PBS ITAR-TASS Sputnik RT Ruptly Spiegel Nikkei Guardian Telegraph Gazette Times Post Journal
    Tribune Herald Observer Chronicle Globe Independent Bild Zeit Monde Figaro Repubblica
    Corriere APA KNA epd sda Jazeera Arabiya Meduza Ukrinform Unian UNIAN Tasnim Fars Mehr Belta
    BelTA Interfax-Ukraine Suspilne Daily Mail Sun Mirror Examiner Inquirer Standard Register
    Press Fox GMA
    """)
"""Names that relay: agencies, broadcasters, papers, by a word that each has in its name."""

MEDIA = _words("""
    newspaper paper agency television tv radio channel network magazine website outlet
    broadcaster tabloid daily weekly media portal station site news programme program podcast
    """)
"""Nouns of those that relay."""

ON_THE_WEB = _words("website site page channel account feed telegram twitter facebook")
"""Where somebody publishes, which is no part of who he is."""

LABELS = _words("""
    just update updated breaking watch read note correction exclusive analysis opinion live video
    photo photos developing background related latest more also question answer example summary
    editor's warning reminder headline source: time date location where when what why how who
    here's tip step fact myth q a ps nb fwd re
    """)
"""Words before a colon that say what follows, not who says it."""

ABROAD = _words("""
    polizei ministerium regierung behörde behörden feuerwehr staatsanwaltschaft ministère
    gouvernement mairie préfecture polizia ministero governo procura policía ministerio gobierno
    """)
"""Bodies without a name in German, French, Italian and Spanish."""

BODIES = (
    ABROAD
    | PAPERS
    | MEDIA
    | _words("""
    ministry army military government administration campaign agency group union company
    hospital department office commission committee council court bank board body panel
    institute organization organisation association party police authority university center
    centre house union corporation inc corp ltd statement court service services fund foundation
    society embassy kremlin nato congress parliament senate pentagon guard operator coastguard
    navy
    """)
)
"""Nouns of organisations: *it said*, *they said*, never *he said*."""

WRITINGS = _words("""
    statement message post tweet letter comment thread announcement dispatch note communique
    communiqué declaration memo notice tweets posts readout transcript text details following
    letters messages release
    """)
"""What somebody publishes, and a colon behind it introduces."""
