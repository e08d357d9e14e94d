"""Decoding and the canonical text: nothing but what the design says may ever change."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.reading.clean import canonical, decode, pictures

QUOTED = "“We wait,” a baker said — the market stays shut."
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=200)


@given(ANY_TEXT)
def test_canonical_keeps_length_and_leaves_no_control_character(text):
    lines = text.replace("\r\n", "\n")
    clean = canonical(text)
    assert len(clean) == len(lines)
    kept = [c for c in clean if c not in "\n\t"]
    assert all(unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} for c in kept)
    clean.encode("utf-8")


@given(ANY_TEXT)
def test_canonical_is_idempotent_and_keeps_what_is_harmless(text):
    clean = canonical(text)
    assert canonical(clean) == clean
    harmless = "".join(c for c in text if c.isprintable())
    assert canonical(harmless) == harmless


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\n\rb", "a\n\nb"),
        ("\x00\x07\x0b\x0c\x1b\x1c\x1f", "␀␇␋␌␛␜␟"),
        ("\x7f", "␡"),
        ("\x85\x9d\ud800", "\ufffd" * 3),
        ("\u2028\u2029", "␊␊"),
        ("tab\tstays", "tab\tstays"),
        ("\u202e\u200b\u0301\u00a0\ufeff", "\u202e\u200b\u0301\u00a0\ufeff"),
    ],
)
def test_canonical_characters(written, clean):
    assert canonical(written) == clean


def test_pictures_shows_a_carriage_return_too():
    assert pictures("a\rb") == "a␍b"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (QUOTED.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + QUOTED.encode(), "utf-8"),
        (b"\xff\xfe" + QUOTED.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + QUOTED.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\0\0" + QUOTED.encode("utf-32-le"), "utf-32-le"),
        (QUOTED.encode("utf-16-le"), "utf-16-le"),
        (QUOTED.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_forms_decode_without_a_warning(data, charset):
    decoded = decode(data)
    assert (decoded.text, decoded.charset, decoded.warnings) == (QUOTED, charset, ())


def test_cyrillic_utf16_without_a_mark():
    text = "Министр ушёл в отставку, сообщили в среду. Площадь закрыта, люди ждут на улице."
    assert decode(text.encode("utf-16-le")).text == text


def test_windows_1252_even_in_a_long_text_where_nearly_all_bytes_are_ascii():
    text = "The square is closed to traffic, the council said. " * 200 + QUOTED
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.charset) == (text, "cp1252")
    assert "windows-1252" in decoded.warnings[0]


def test_capital_before_a_curly_quote_is_no_evidence_of_utf8():
    # É followed by a closing quote is by chance a well-formed sequence
    text = "“CAFÉ”, said the sign."
    assert decode(text.encode("cp1252")).text == text


def test_damaged_utf8_keeps_its_good_characters_and_says_so_once():
    data = "caf\u00e9 — “one”".encode() + b" \xff\xfe \xe2\x80 \xc0\xaf " + "— two".encode()
    decoded = decode(data)
    assert decoded.charset == "utf-8"
    assert "café — “one”" in decoded.text
    assert "— two" in decoded.text
    assert "\ufffd" in decoded.text
    assert len(decoded.warnings) == 1


def test_bytes_that_windows_1252_leaves_undefined_become_replacement_characters():
    decoded = decode(b"It is \x93calm\x94 \x81 here")
    assert decoded.text == "It is “calm” \ufffd here"


def test_nuls_alone_do_not_make_a_utf16():
    assert decode(b"a\0b\0c\0d\0\0\xd8").charset == "cp1252"


def test_odd_utf16_is_replaced_not_refused():
    decoded = decode(b"\xff\xfea\0b\0c")
    assert decoded.text.startswith("ab")
    assert decoded.warnings


@pytest.mark.parametrize(
    ("declared", "charset", "text"),
    [
        ("iso-8859-1", "cp1252", "“é”"),
        ("US-ASCII", "cp1252", "“é”"),
        ("windows-1251", "cp1251", "“й”"),
        ("no-such-charset", "cp1252", "“é”"),
        ("rot13", "cp1252", "“é”"),
        ("shift_jis", "cp1252", "“é”"),
    ],
)
def test_declared_charset(declared, charset, text):
    decoded = decode(b"\x93\xe9\x94", declared)
    assert (decoded.charset, decoded.text) == (charset, text)


def test_mojibake_is_opened_as_it_is_and_never_repaired():
    broken = QUOTED.encode().decode("cp1252", errors="replace")
    decoded = decode(broken.encode())
    assert (decoded.text, decoded.warnings) == (broken, ())
    assert canonical("â€\x9d") == "â€\ufffd"


def test_a_declared_charset_never_overrules_valid_utf8():
    assert decode(QUOTED.encode(), "iso-8859-1").text == QUOTED


def test_a_nul_in_a_short_ascii_text_is_damage_not_utf16():
    assert decode(b"00000\0").text == "00000\0"


@pytest.mark.parametrize(
    ("label", "encoded"),
    [("gb2312", "gb18030"), ("shift_jis", "cp932"), ("euc-kr", "cp949"), ("iso-8859-9", "cp1254")],
)
def test_labels_mean_what_grew_out_of_them(label, encoded):
    text = {"gb18030": "朱镕基", "cp932": "①高", "cp949": "뷁한", "cp1254": "“İ”"}[encoded]
    assert decode(text.encode(encoded), label).text == text


def test_a_declared_charset_with_little_damage_is_kept():
    data = ("地震のあと、" * 200).encode("shift_jis")
    found = decode(data[:-1], "shift_jis")
    assert found.charset == "cp932"
    assert found.text.startswith("地震のあと")
    assert found.warnings == ("some bytes are not valid cp932; shown as \ufffd",)
    assert decode("café and more".encode("latin-1"), "euc-jp").charset == "cp1252"


def test_charsets_of_seven_bits_are_not_taken_for_ascii():
    data = "東京で地震".encode("iso2022_jp")
    assert decode(data, "ISO-2022-JP").text == "東京で地震"
    assert decode(data + b"\xff", "ISO-2022-JP").warnings


@pytest.mark.parametrize(
    "label",
    ["unicode_escape", "idna", "punycode", "undefined", "utf-7", "rot13", "hex", "\0", "x" * 99],
)
def test_what_is_no_charset_is_none(label):
    assert decode(b"caf\xe9 \\x41", label).text == "café \\x41"
