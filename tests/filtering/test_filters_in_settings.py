"""Filters in the settings file are read with it, and a wrong one is told by line and name."""

from pathlib import Path

import pytest

from newsreader.config.loading import read_config
from newsreader.errors import UsageError

PATH = Path("config.toml")


def test_filters_are_kept_as_they_are_written():
    text = '[filters]\nto-do = "untagged:>0 sort:open"\n"my week" = "since:7d"\n'
    assert read_config(text, PATH).filters == {
        "to-do": "untagged:>0 sort:open",
        "my week": "since:7d",
    }


@pytest.mark.parametrize("value", ['"label:maybe"', '""', "3", '["is:done"]'])
def test_what_is_no_filter_is_refused_with_its_line(value):
    with pytest.raises(UsageError, match=r"config.toml:2: filters.bad must be a filter"):
        read_config(f"[filters]\nbad = {value}\n", PATH)
