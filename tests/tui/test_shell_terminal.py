"""The input guard and the output filter: what may pass between Textual and the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual._xterm_parser import XTermParser
from textual.color import Color
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key, Paste

from newsreader.config import Config
from newsreader.errors import UsageError
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.plain.safe import line
from newsreader.tui.tty.input_guard import InputGuard
from newsreader.tui.tty.terminal import SafeApp, SafeFilter, need_terminal

HOSTILE = "a\x1b[2Jb\x9b1mc\u202ed\u200be[/]f[sic]\ttab"

KEYS = [
    "c", "j", "é", "漢", " ", "\r", "\t", "\x7f", "\x03", "\x1bb", "\x1bf",
    "\x1b[A", "\x1b[B", "\x1b[H", "\x1b[F", "\x1b[Z", "\x1bOP", "\x1bOR", "\x1b[5~", "\x1b[6;5~",
    "\x1b[15~", "\x1b[1;5C", "\x1b[1;2R", "\x1b[[A", "\x1b[106;1;106u", "\x1b[27u", "\x1b[13;2u",
    "\x1b[97;2;65u", "\x1b[<0;10;5M", "\x1b[<35;200;90m", "\x1b[I", "\x1b[O",
    "\x1b[?2026;2$y", "\x1b[48;40;120;800;1200t",
]  # fmt: skip

REPLIES = [
    "\x1b[97:65;2;65u", "\x1b[:u", "\x1b[9999999u", "\x1b[1;2:3A",  # Textual would fail on them
    "\x1b[?62;4;6c", "\x1b[>41;354;0c", "\x1b[=1c", "\x1b[24;80R", "\x1b[?24;80;1R", "\x1b[0n",
    "\x1b[?1u", "\x1b[8;40;120t", "\x1b[?1;2$y", "\x1b[4;600;800t", "\x1b[3;1x", "\x1b[c",
    "\x1b]lccsso\x1b\\", "\x1b]Lcc\x07", "\x1b]11;rgb:0000/1111/2222\x07", "\x1b]52;c;Y2M=\x07",
    "\x1bP1$r0;1c\x1b\\", "\x1bP>|term c c c\x1b\\", "\x1b_Gi=1;OK\x1b\\", "\x1b^c\x1b\\",
    "\x1bXc\x1b\\", "\x1b[" + "1;" * 5000 + "c", "\x9b?62c", "\x1b]lccc" + "c" * 9000 + "\x07",
]  # fmt: skip


def through(*reads, pauses=12):
    guard = InputGuard()
    passed = "".join(guard.feed(each) for each in reads)
    return passed + "".join(guard.pause() for _ in range(pauses))


def keys_of(text):
    return [event.key for event in XTermParser().feed(text) if isinstance(event, Key)]


@pytest.mark.parametrize("key", KEYS, ids=ascii)
def test_keys_pass_in_one_read_or_in_many(key):
    assert through(key) == key
    assert through(*key) == key


@pytest.mark.parametrize(
    ("sent", "key"),
    [("\x1b\r", "alt+enter"), ("\x1b[27;3;13~", "alt+enter"), ("\x1b[27;2;13~", "shift+enter")],
)
def test_enter_with_alt_is_told_from_enter(sent, key):
    assert keys_of(through(sent)) == [key]
    assert keys_of(through(*sent)) == [key]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b", ["escape"]),
        ("\x1b\x1b", ["escape", "escape"]),
        ("\x1bj", ["escape", "j"]),
        ("\x1bC", ["escape", "C"]),
        ("\x1b1", ["escape", "1"]),
        ("\x1b.", ["escape", "full_stop"]),
        ("\x1b ", ["escape", "space"]),
        ("\x1b\x1bj", ["escape", "escape", "j"]),
        ("\x1bO", ["escape", "O"]),
        ("\x1b[", ["escape", "left_square_bracket"]),
    ],
    ids=ascii,
)
def test_escape_and_a_key_that_come_together_are_two_keys(sent, keys):
    assert keys_of(through(sent)) == keys
    assert keys_of(through(*sent)) == keys


def test_alt_with_a_letter_of_the_settings_stays_one_key():
    assert InputGuard({"j"}).feed("\x1bj") == "\x1bj"
    app = NewsreaderApp(config=Config(keys={"app.help": ("f1", "alt+h")}), library=None)
    assert app.alt_keys == {"h"}


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: ascii(reply[:20]))
def test_replies_are_no_keys_however_they_are_cut(reply):
    assert "c" not in keys_of(through(reply + "j"))
    assert through(reply + "j").endswith("j")
    for cut in range(1, min(len(reply), 40)):
        assert "c" not in keys_of(through(reply[:cut], reply[cut:]))


def test_a_string_without_end_does_not_lock_the_keys_out():
    guard = InputGuard()
    assert guard.feed("\x1b]0;never ends") == ""
    assert guard.feed("c") == ""
    for _ in range(10):
        guard.pause()
    assert guard.feed("c") == "c"


def test_escape_passes_at_the_pause():
    guard = InputGuard()
    assert guard.feed("\x1b") == ""
    assert keys_of(guard.pause()) == ["escape"]


def pasted(*reads):
    events = list(XTermParser().feed(through(*reads) + "\x00"))
    texts = [event.text for event in events if isinstance(event, Paste)]
    return texts, [event.key for event in events if isinstance(event, Key)][:-1]


def test_a_paste_is_text_without_control_codes():
    assert pasted("\x1b[200~a\x1b[2Jb\x07\x9bc\n\td\x1b[201~") == (["a[2Jb[c\n\td"], [])


def test_keys_after_a_paste_are_keys():
    assert pasted("\x1b[200~words\x1b[201~\rj") == (["words"], ["enter", "j"])


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_a_fake_end_of_a_paste_ends_nothing(size):
    paste = "\x1b[200~safe\x1b[201~ccc\x1b[200~s\x1b[201~"
    cut = [paste[i : i + size] for i in range(0, len(paste), size)]
    assert pasted(*cut) == (["safecccs"], [])


def test_a_paste_whose_end_is_lost_ends_in_time():
    assert pasted("\x1b[200~words") == (["words"], [])


def test_a_paste_has_a_limit():
    texts, keys = pasted("\x1b[200~" + "a" * 2_000_000 + "\x1b[201~")
    assert len(texts[0]) <= 1_000_000
    assert keys == []


@given(st.lists(st.text(st.sampled_from("\x1b[]PO?0123;:<~cRMut$\\\x07\x9bjé\x18 "), max_size=30)))
def test_whatever_comes_in_what_passes_does_not_depend_on_the_cuts(reads):
    whole, cut = through("".join(reads)), through(*reads)
    assert keys_of(whole) == keys_of(cut) or "\x1b" in "".join(reads)
    assert "\x9b" not in whole + cut


# -- output ------------------------------------------------------------------------------------


def filtered(text, style=None):
    return SafeFilter().apply([Segment(text, style)], Color(0, 0, 0))[0]


@given(st.text())
def test_the_filter_lets_no_control_code_pass_and_keeps_the_width(text):
    shown = filtered(text).text
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in shown)
    assert not set(shown) & set("\u202e\u2066\u200b\u200f\ufeff\u00ad")


@pytest.mark.parametrize("text", ["plain", "漢字", "e\u0301", "👩\u200d🚀", "a\x1bb", "\u202ex"])
def test_the_filter_keeps_the_width(text):
    assert cell_len(filtered(text).text) == cell_len(text)


def test_only_plain_web_links_are_written():
    odd, web = Style(link="file:///etc/x"), Style(link="https://example.org/a")
    assert filtered("x", odd).style.link is None
    assert filtered("x", web).style.link == "https://example.org/a"


def test_the_door_keeps_length_and_reads_no_markup():
    for shown in (line(HOSTILE),):
        assert len(shown) == len(HOSTILE)
        assert "[/]f[sic]" in shown
        assert not {"\x1b", "\x9b", "\u202e", "\u200b"} & set(shown)
    assert "\t" not in line(HOSTILE)
    assert line("[b]x[/b]") == "[b]x[/b]"


# -- the app -----------------------------------------------------------------------------------


class Plain(SafeApp[int]):
    def on_mount(self):
        self.catch_signals()


class Broken(SafeApp[int]):
    def on_mount(self):
        words = "[/] \x1b[2J"
        raise RuntimeError(words)


def test_a_bug_is_told_without_local_values_and_without_control_codes(capsys):
    app = Broken()
    app.run(headless=True)
    told = capsys.readouterr().err
    assert app.return_code == 1
    assert "this is a bug" in told
    assert "RuntimeError: [/] ␛[2J" in told
    assert "words = " not in told.replace('words = "[/]', "")
    assert "\x1b" not in told


async def test_without_colour_there_is_none(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    kinds = {type(each).__name__ for each in Plain()._filters}
    assert {"NoColor", "SafeFilter"} <= kinds
    assert "Monochrome" not in kinds


def test_no_terminal_is_refused(monkeypatch):
    monkeypatch.setattr("os.isatty", lambda fd: False)
    monkeypatch.setattr("os.open", lambda *_: (_ for _ in ()).throw(OSError()))
    with pytest.raises(UsageError, match="needs a terminal"):
        need_terminal()


def test_the_driver_is_the_guarded_one_only_on_posix(monkeypatch):
    assert Plain().get_driver_class().__name__ in {"SafeDriver", "HeadlessDriver", "WindowsDriver"}
    monkeypatch.setattr("textual.app.App.get_driver_class", lambda _: HeadlessDriver)
    assert Plain().get_driver_class() is HeadlessDriver
