"""Lines that cannot be notes are passed over by their first letters: no note may be among them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.splitting.grammar.notes import _FORMS, _kind

BRACKET = r"(?<=[(\[])"
FORMS = [form for forms in _FORMS.values() for form in forms]
"""All of them, also those that are added one day."""


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25)
@given(st.data())
def test_a_note_of_every_form_is_looked_at(form, data):
    words = data.draw(st.from_regex(rf"\A(?i:{form.removeprefix(BRACKET)})"))
    begin = data.draw(st.sampled_from(["(", "[", "— (", "** ["]))
    if not form.startswith(BRACKET):
        begin = data.draw(st.sampled_from(["", begin, "— "]))
    assert _kind(begin + words) is not None
