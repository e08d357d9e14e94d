"""The conventions of statements on many shapes of news, one text a line in a readable file."""

import re
from pathlib import Path

import pytest

from newsreader.splitting.sentences import split_statements

CASES = Path(__file__).parent / "fixtures" / "statements.txt"
OUTSIDE = re.compile("⟦.*?⟧")


def read_cases():
    convention = ""
    for line in CASES.read_text(encoding="utf-8").split("\n\n", 1)[1].split("\n"):
        if line.startswith("## "):
            convention = line[3:]
        elif line:
            yield pytest.param(line.replace("⏎", "\n"), id=f"{convention}: {line}")


@pytest.mark.parametrize("case", read_cases())
def test_case(case):
    text = re.sub("[‖⟦⟧]", "", case)
    expected = [part.strip() for part in re.split("[‖\n]", OUTSIDE.sub("‖", case))]
    assert [text[start:end] for start, end in split_statements(text)] == list(
        filter(None, expected)
    )
