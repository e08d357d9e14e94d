"""Texts in which the edges of statements are marked: the form of fixtures and documentation."""

import re

from newsreader.splitting.sentences import split_statements

OUTSIDE = re.compile("⟦.*?⟧")


def marked(case: str) -> tuple[list[str], list[str]]:
    """What the cutter makes of a marked text, and what its marks say it should make."""
    text = re.sub("[‖⟦⟧]", "", case.replace("⏎", "\n"))
    parts = re.split("[‖⏎]", OUTSIDE.sub("‖", case))
    expected = [part.strip() for part in parts if part.strip()]
    return [text[start:end] for start, end in split_statements(text)], expected
