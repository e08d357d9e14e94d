"""The examples of the page on splitting are what the cutter does."""

import re
from pathlib import Path

import pytest

from tests.splitting.marked import marked

PAGE = Path(__file__).parents[2] / "docs" / "splitting.md"
EXAMPLES = re.findall(r"```statements\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("case", [line for block in EXAMPLES for line in block.splitlines()])
def test_example(case):
    found, expected = marked(case)
    assert found == expected


def test_each_convention_has_its_examples():
    assert len(EXAMPLES) >= 10
