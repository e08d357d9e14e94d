"""Months and weekdays by name, in the languages of the live pages that we know; data only.

The first name in a row is the full one, the others are short or without their accents. All are in
small letters. Two-letter weekdays are kept apart: most of them are words of other languages.
"""

from __future__ import annotations

_Tables = dict[str, tuple[str, ...]]

_MONTHS: _Tables = {
    "en": (
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
        "august aug", "september sep sept", "october oct", "november nov", "december dec",
    ),
    "de": (
        "januar jan jänner", "februar feb feber", "märz mär mrz maerz", "april apr", "mai",
        "juni jun", "juli jul", "august aug", "september sep sept", "oktober okt", "november nov",
        "dezember dez",
    ),
    "fr": (
        "janvier janv", "février févr fév fevrier", "mars", "avril avr", "mai", "juin",
        "juillet juil", "août aout", "septembre sept", "octobre oct", "novembre nov",
        "décembre déc decembre",
    ),
    "it": (
        "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu",
        "luglio lug", "agosto ago", "settembre set", "ottobre ott", "novembre nov",
        "dicembre dic",
    ),
    "es": (
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo", "junio jun", "julio jul",
        "agosto ago", "septiembre sep setiembre", "octubre oct", "noviembre nov",
        "diciembre dic",
    ),
}  # fmt: skip
_WEEKDAYS: _Tables = {
    "en": (
        "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs",
        "friday fri", "saturday sat", "sunday sun",
    ),
    "de": (
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag",
    ),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "it": (
        "lunedì lun", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
    ),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}  # fmt: skip

SHORT_WEEKDAYS = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
"""German weekdays of two letters; a date only where a full stop or a comma follows."""


def _numbers(tables: _Tables, first: int) -> dict[str, int]:
    return {
        name: number
        for rows in tables.values()
        for number, names in enumerate(rows, start=first)
        for name in names.split()
    }


MONTHS = _numbers(_MONTHS, 1)
"""Name of a month, in small letters, to its number; January is 1."""

WEEKDAYS = _numbers(_WEEKDAYS, 0)
"""Name of a weekday of three letters or more, in small letters, to its number; Monday is 0."""

MONTH_ABBREVIATIONS = tuple(row[:3].capitalize() for row in _MONTHS["en"])
"""``Jan`` to ``Dec``, as English writes them."""


def names(language: str, *, short: bool | None = None) -> list[str]:
    """The months and weekdays of one language with a capital, in order.

    Args:
        language: ``en``, ``de``, ``fr``, ``it`` or ``es``.
        short: only the short forms, only the full ones, or with None both.
    """
    rows = [row.split() for row in (*_MONTHS[language], *_WEEKDAYS[language])]
    first, last = (1 if short else 0), (1 if short is False else None)
    return [name.capitalize() for row in rows for name in row[first:last]]


def german_months() -> list[str]:
    """The German months, full and short, in small letters."""
    return " ".join(_MONTHS["de"]).split()


def any_of(names: dict[str, int]) -> str:
    """``names`` as alternatives of a regular expression, the longest first."""
    return "|".join(sorted(names, key=len, reverse=True))
