"""Lines and tight spans, counted in one way by all stages."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.spans import lines, tight

TEXT = st.text(alphabet=st.sampled_from("ab \n\t\r\u2028\u00a0"), max_size=30)


@given(TEXT)
def test_lines_and_their_ends_are_the_text(text):
    assert "\n".join(text[a:b] for a, b in lines(text)) == text.removesuffix("\n")


@given(TEXT, st.integers(0, 30), st.integers(0, 30))
def test_a_tight_span_is_the_stripped_text_in_its_place(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    low, high = tight(text, start, end)
    assert text[low:high] == text[start:end].strip()
    assert start <= low <= high <= end
    assert low < high or (low, high) == (start, start)
