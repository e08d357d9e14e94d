"""The conventions of statements on many shapes of news, one text a line in a readable file."""

from pathlib import Path

import pytest

from tests.splitting.marked import marked

CASES = Path(__file__).parent / "fixtures" / "statements.txt"


def read_cases():
    convention = ""
    for line in CASES.read_text(encoding="utf-8").split("\n\n", 1)[1].split("\n"):
        if line.startswith("## "):
            convention = line[3:]
        elif line:
            yield pytest.param(line, id=f"{convention}: {line}")


@pytest.mark.parametrize("case", read_cases())
def test_case(case):
    found, expected = marked(case)
    assert found == expected
