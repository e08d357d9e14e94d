"""Where a dateline is, as a time zone: "local" times are those of the dateline.

Only places whose zone is beyond doubt: American states by the zone most of their people live
in, large cities by name. An unknown place leaves the zone unknown.
"""

from __future__ import annotations

import re

_STATES = {
    "America/New_York": "Connecticut Conn. Delaware Del. Georgia Ga. Maine Maryland Md. "
    "Massachusetts Mass. Michigan Mich. New_Hampshire N.H. New_Jersey N.J. New_York N.Y. "
    "North_Carolina N.C. Ohio Pennsylvania Pa. Rhode_Island R.I. South_Carolina S.C. Vermont Vt. "
    "Virginia Va. West_Virginia W.Va. Florida Fla. Kentucky Ky. Indiana Ind.",
    "America/Chicago": "Alabama Ala. Arkansas Ark. Illinois Ill. Iowa Louisiana La. Minnesota "
    "Minn. Mississippi Miss. Missouri Mo. Oklahoma Okla. Texas Wisconsin Wis. Kansas Kan. "
    "Tennessee Tenn. Nebraska Neb. North_Dakota N.D. South_Dakota S.D.",
    "America/Denver": "Colorado Colo. Idaho Montana Mont. New_Mexico N.M. Utah Wyoming Wyo.",
    "America/Phoenix": "Arizona Ariz.",
    "America/Los_Angeles": "California Calif. Nevada Nev. Oregon Ore. Washington_state Wash.",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "Hawaii",
}
_CITY_LISTS = {
    "America/New_York": "New_York Washington Boston Philadelphia Atlanta Miami Detroit Baltimore "
    "Pittsburgh Cleveland Charlotte United_Nations",
    "America/Chicago": "Chicago Houston Dallas New_Orleans Minneapolis St._Louis Milwaukee Austin "
    "San_Antonio",
    "America/Denver": "Denver Salt_Lake_City",
    "America/Phoenix": "Phoenix",
    "America/Los_Angeles": "Los_Angeles San_Francisco Seattle Las_Vegas San_Diego Sacramento",
    "Pacific/Honolulu": "Honolulu",
    "America/Toronto": "Toronto Ottawa Montreal",
    "America/Vancouver": "Vancouver",
    "America/Mexico_City": "Mexico_City",
    "America/Bogota": "Bogota",
    "America/Lima": "Lima",
    "America/Caracas": "Caracas",
    "America/Sao_Paulo": "Sao_Paulo Brasilia Rio_de_Janeiro",
    "America/Argentina/Buenos_Aires": "Buenos_Aires",
    "America/Santiago": "Santiago",
    "Europe/London": "London Edinburgh Belfast Cardiff Glasgow Manchester",
    "Europe/Dublin": "Dublin",
    "Europe/Lisbon": "Lisbon",
    "Europe/Madrid": "Madrid Barcelona",
    "Europe/Paris": "Paris Marseille Lyon Strasbourg",
    "Europe/Brussels": "Brussels",
    "Europe/Amsterdam": "Amsterdam The_Hague",
    "Europe/Berlin": "Berlin Frankfurt Munich Hamburg Cologne München Köln",
    "Europe/Vienna": "Vienna Wien",
    "Europe/Zurich": "Zurich Geneva Bern Davos",
    "Europe/Rome": "Rome Milan Roma Milano Vatican_City Naples",
    "Europe/Athens": "Athens",
    "Europe/Warsaw": "Warsaw",
    "Europe/Prague": "Prague",
    "Europe/Budapest": "Budapest",
    "Europe/Copenhagen": "Copenhagen",
    "Europe/Stockholm": "Stockholm",
    "Europe/Oslo": "Oslo",
    "Europe/Helsinki": "Helsinki",
    "Europe/Kyiv": "Kyiv Kiev Lviv Odesa Kharkiv",
    "Europe/Moscow": "Moscow St._Petersburg",
    "Europe/Minsk": "Minsk",
    "Europe/Istanbul": "Istanbul Ankara",
    "Europe/Malta": "Valletta",
    "Africa/Cairo": "Cairo",
    "Africa/Lagos": "Lagos Abuja",
    "Africa/Nairobi": "Nairobi",
    "Africa/Johannesburg": "Johannesburg Cape_Town Pretoria",
    "Asia/Jerusalem": "Jerusalem Tel_Aviv",
    "Asia/Beirut": "Beirut",
    "Asia/Damascus": "Damascus",
    "Asia/Baghdad": "Baghdad",
    "Asia/Riyadh": "Riyadh",
    "Asia/Tehran": "Tehran",
    "Asia/Dubai": "Dubai Abu_Dhabi",
    "Asia/Kabul": "Kabul",
    "Asia/Karachi": "Karachi Islamabad",
    "Asia/Kolkata": "New_Delhi Delhi Mumbai Kolkata India",
    "Asia/Dhaka": "Dhaka",
    "Asia/Bangkok": "Bangkok",
    "Asia/Jakarta": "Jakarta",
    "Asia/Singapore": "Singapore",
    "Asia/Kuala_Lumpur": "Kuala_Lumpur",
    "Asia/Manila": "Manila",
    "Asia/Hong_Kong": "Hong_Kong",
    "Asia/Shanghai": "Beijing Shanghai",
    "Asia/Taipei": "Taipei",
    "Asia/Seoul": "Seoul",
    "Asia/Tokyo": "Tokyo",
    "Australia/Sydney": "Sydney Canberra",
    "Australia/Melbourne": "Melbourne",
    "Australia/Brisbane": "Brisbane",
    "Australia/Perth": "Perth",
    "Pacific/Auckland": "Auckland Wellington",
}


_COUNTRY_LISTS = {
    "Africa/Cairo": "Egypt",
    "Africa/Johannesburg": "South_Africa",
    "Africa/Lagos": "Nigeria",
    "Africa/Nairobi": "Kenya",
    "Africa/Tripoli": "Libya",
    "Africa/Tunis": "Tunisia",
    "Africa/Khartoum": "Sudan",
    "America/Port-au-Prince": "Haiti",
    "America/Caracas": "Venezuela",
    "Asia/Amman": "Jordan",
    "Asia/Baghdad": "Iraq",
    "Asia/Bahrain": "Bahrain",
    "Asia/Bangkok": "Thailand",
    "Asia/Beirut": "Lebanon",
    "Asia/Damascus": "Syria",
    "Asia/Dhaka": "Bangladesh",
    "Asia/Gaza": "Gaza",
    "Asia/Jerusalem": "Israel",
    "Asia/Kabul": "Afghanistan",
    "Asia/Karachi": "Pakistan",
    "Asia/Kathmandu": "Nepal Kathmandu",
    "Asia/Kuwait": "Kuwait",
    "Asia/Manila": "Philippines",
    "Asia/Qatar": "Qatar Doha",
    "Asia/Riyadh": "Saudi_Arabia",
    "Asia/Seoul": "South_Korea",
    "Asia/Shanghai": "China",
    "Asia/Tehran": "Iran",
    "Asia/Tokyo": "Japan",
    "Asia/Yangon": "Myanmar Yangon",
    "Europe/Amsterdam": "Netherlands",
    "Europe/Athens": "Greece",
    "Europe/Berlin": "Germany",
    "Europe/Brussels": "Belgium",
    "Europe/Dublin": "Ireland",
    "Europe/Istanbul": "Turkey",
    "Europe/Kyiv": "Ukraine",
    "Europe/London": "Britain England Scotland Wales UK",
    "Europe/Oslo": "Norway",
    "Europe/Paris": "France",
    "Europe/Rome": "Italy",
    "Europe/Stockholm": "Sweden",
    "Europe/Vienna": "Austria",
    "Europe/Warsaw": "Poland",
    "Europe/Zurich": "Switzerland",
    "Pacific/Auckland": "New_Zealand",
}
"""Countries of one clock, by which pages say whose local time theirs is."""


def _table(lists: dict[str, str]) -> dict[str, str]:
    return {
        name.replace("_", " ").lower(): zone
        for zone, names in lists.items()
        for name in names.split()
    }


STATES = _table(_STATES)
"""American states, in full and as datelines shorten them, in lower case."""
CITIES = _table(_CITY_LISTS)
"""Cities that stand alone in datelines, in lower case."""

_COUNTRIES = _table(_COUNTRY_LISTS)
_PLACE = re.compile(r"[^\W\d_a-z][\w.'-]*(?:\s[^\W\d_a-z][\w.'-]*)?")

_APART = {
    "knoxville": "America/New_York", "chattanooga": "America/New_York",
    "el paso": "America/Denver", "rapid city": "America/Denver",
    "pensacola": "America/Chicago", "panama city": "America/Chicago",
    "bowling green": "America/Chicago", "paducah": "America/Chicago",
    "evansville": "America/Chicago", "gary": "America/Chicago",
    "coeur d'alene": "America/Los_Angeles",
}  # fmt: skip
"""Cities whose clock is not that of most of their state."""

_DATELINE = re.compile(
    r"([A-ZÄÖÜÉ][A-ZÄÖÜÉa-zäöüéß.'’ -]{1,40}?)(?:,\s([A-Z][A-Za-z. ]{1,20}?))?"
    r"(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s?(?:\([A-Za-z/ .]{2,20}\))?\s?(?:--|[—–]|-\s)"
)
_STATE_NAME = re.compile(
    rf"(?:,|\bin)\s({'|'.join(re.escape(name) for name in sorted(STATES, key=len, reverse=True))})"
    r"(?![^\W_])",
    re.IGNORECASE,
)


_SHARED = {
    "Asia/Kolkata": "India|Indian|Delhi|Mumbai|Kolkata|Chennai|Bengaluru|Bangalore|Hyderabad|Pune|"
    "Ahmedabad|Lucknow|Patna|Jaipur|Bhopal|Kerala|Gujarat|Maharashtra|Bihar|Karnataka|Rajasthan|"
    "Odisha|Telangana|Tamil Nadu|Uttar Pradesh|Madhya Pradesh|Lok Sabha|lakh|crore",
    "Europe/Dublin": "Ireland|Irish|Dublin|Cork|Galway|Limerick|Garda|Gardaí|Taoiseach|Dáil",
    "Asia/Jerusalem": "Israel|Israeli|Jerusalem|Tel Aviv|Haifa|Knesset|Gaza|West Bank",
}
_SHARING = tuple(
    (iana, re.compile(rf"(?<![^\W_])(?:{names})(?![^\W_])")) for iana, names in _SHARED.items()
)
_SEEN = 20_000  # code points of an article in which its places are looked for


def sharing_zone(text: str) -> str | None:
    """Which of the three zones called ``IST`` a text is of: the one whose places alone it names."""
    found = [iana for iana, names in _SHARING if names.search(text, 0, _SEEN)]
    return found[0] if len(found) == 1 else None


def dateline_zone(head: str) -> str | None:
    """The zone of the dateline that a paragraph begins with, or None."""
    found = _DATELINE.match(head)
    if found is None:
        return None
    city, state = found[1].strip().lower(), (found[2] or "").strip().lower()
    if state in STATES and city in _APART:
        return _APART[city]
    return STATES.get(state) or (CITIES.get(city) if not state else None)


def place_zone(text: str, at: int) -> str | None:
    """The zone of the city or country that is named at ``text[at:]``, or None."""
    found = _PLACE.match(text, at)
    if found is None:
        return None
    name = found[0].lower().rstrip(".")
    known = (CITIES | _COUNTRIES).get
    return known(name) or known(name.split()[0].rstrip("."))


def named_zone(line: str) -> str | None:
    """The zone of the American state that a line names ("near Springfield, Ohio"), or None."""
    found = _STATE_NAME.search(line)
    return STATES[found[1].lower()] if found else None
