"""The conventions and rules of statements, case by case from a readable file."""

from pathlib import Path

import pytest

from newsreader.splitting.sentences import cut, split_statements

CASES = Path(__file__).parent / "fixtures" / "sentences.md"


def read_cases():
    chunks = CASES.read_text(encoding="utf-8").split("\n.\n")
    for i in range(0, len(chunks) - 1, 3):
        title = chunks[i].strip().rsplit("\n", 1)[-1]
        yield pytest.param(chunks[i + 1], chunks[i + 2].split("\n"), id=title)


@pytest.mark.parametrize(("text", "expected"), read_cases())
def test_case(text, expected):
    assert [text[start:end] for start, end in split_statements(text)] == expected


def test_a_line_break_within_a_block_is_white_space():
    text = "xx\nThe hard-wrapped line\nends here. The next\none does not\nyy"
    spans = cut(text, 3, len(text) - 3)
    assert [text[start:end] for start, end in spans] == [
        "The hard-wrapped line\nends here.",
        "The next\none does not",
    ]
