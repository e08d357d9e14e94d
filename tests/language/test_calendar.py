"""Names of days and months, once for all who read them."""

from datetime import date

import pytest

from newsreader.language.calendar import MONTH_ABBREVIATIONS, MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from newsreader.language.dates import match_date, moment
from newsreader.splitting.grammar.dates import match_day, match_weekday


@pytest.mark.parametrize("name", MONTHS)
def test_every_month_is_a_date_to_the_reader_and_to_the_splitter(name):
    written = f"5 {name.capitalize()} 2022"
    assert moment(written) == date(2022, MONTHS[name], 5).isoformat()
    day = match_day(written, 0)
    assert day is not None
    assert (day[0].month, day[1]) == (MONTHS[name], len(written))


@pytest.mark.parametrize("name", [*WEEKDAYS, *SHORT_WEEKDAYS])
def test_every_weekday_may_stand_before_a_date(name):
    written = f"{name.capitalize()}., 5 May 2022"
    assert match_date(written) == ("2022-05-05", len(written))
    assert match_weekday(written, 0) == ((WEEKDAYS | SHORT_WEEKDAYS)[name], len(name) + 1)


@pytest.mark.parametrize(
    "written", ["5 gennaio 2022", "5 févr 2022", "5 dic 2022", "1er mars 2022", "Mar. 3, 2022"]
)
def test_dates_in_other_languages(written):
    assert moment(written) is not None


def test_english_abbreviations():
    assert [MONTHS[name.lower()] for name in MONTH_ABBREVIATIONS] == list(range(1, 13))
    assert MONTH_ABBREVIATIONS[8] == "Sep"
