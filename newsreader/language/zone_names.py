"""Names of zones that mean one offset, whatever the day is, and the IANA zone of who uses them.

Only names that one place uses: ``IST`` is India's, Ireland's and Israel's, and stays unknown.
"""

from __future__ import annotations

FIXED = (
    ("EST", "America/New_York", -300), ("EDT", "America/New_York", -240),
    ("CST", "America/Chicago", -360), ("CDT", "America/Chicago", -300),
    ("MST", "America/Denver", -420), ("MDT", "America/Denver", -360),
    ("PST", "America/Los_Angeles", -480), ("PDT", "America/Los_Angeles", -420),
    ("AKST", "America/Anchorage", -540), ("AKDT", "America/Anchorage", -480),
    ("HST", "Pacific/Honolulu", -600), ("ADT", "America/Halifax", -180),
    ("GMT", "UTC", 0), ("UTC", "UTC", 0), ("BST", "Europe/London", 60),
    ("WEST", "Europe/Lisbon", 60), ("CET", "Europe/Berlin", 60), ("CEST", "Europe/Berlin", 120),
    ("MEZ", "Europe/Berlin", 60), ("MESZ", "Europe/Berlin", 120),
    ("EET", "Europe/Helsinki", 120), ("EEST", "Europe/Helsinki", 180),
    ("MSK", "Europe/Moscow", 180), ("TRT", "Europe/Istanbul", 180),
    ("PKT", "Asia/Karachi", 300), ("WIB", "Asia/Jakarta", 420), ("ICT", "Asia/Bangkok", 420),
    ("SGT", "Asia/Singapore", 480), ("HKT", "Asia/Hong_Kong", 480), ("PHT", "Asia/Manila", 480),
    ("AWST", "Australia/Perth", 480), ("JST", "Asia/Tokyo", 540), ("KST", "Asia/Seoul", 540),
    ("ACST", "Australia/Darwin", 570), ("ACDT", "Australia/Adelaide", 630),
    ("AEST", "Australia/Sydney", 600), ("AEDT", "Australia/Sydney", 660),
    ("NZST", "Pacific/Auckland", 720), ("NZDT", "Pacific/Auckland", 780),
    ("SAST", "Africa/Johannesburg", 120), ("WAT", "Africa/Lagos", 60),
    ("EAT", "Africa/Nairobi", 180), ("BRT", "America/Sao_Paulo", -180),
    ("IDT", "Asia/Jerusalem", 180), ("Z", "UTC", 0),
)  # fmt: skip
"""Name, IANA zone, offset in minutes east of UTC."""

OFFSETS: dict[str, int] = {name: offset for name, _, offset in FIXED}
"""Name to offset in minutes east of UTC."""
