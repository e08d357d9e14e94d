"""What comes from the terminal, without what no key can have sent.

A terminal answers questions in the same stream that carries the keys, and Textual turns an answer
that it does not know into key presses: an article that gets the terminal to answer tags itself.
So only the sequences of keys, of the mouse, of focus, and the two reports that Textual asks for
pass; strings (OSC, DCS …) and any other sequence are dropped, however they are cut into reads.

A paste passes as a paste without its control codes. A fake end mark inside it is told from the
real one by time: nobody types within a few hundredths of a second after a paste, so of all the
end marks that come without a pause the last one is real.

Over a slow line Escape and the key pressed after it come together, as a letter with Alt does. They
are taken for what they mostly are, two keys, else the letter would be lost or typed into a note;
only Alt with a letter that the settings give to a command stays one.

Pure: text in (decoded with ``surrogateescape``), text out; ``driver.py`` tells it of pauses.
"""

from __future__ import annotations

import re
from collections.abc import Collection

PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"

MAX_PASTE = 1_000_000
"""Code points kept of one paste."""

_MAX_SEQUENCE = 64  # no key sends more

# CSI sequences that keys, the mouse and the window send (xterm, kitty's protocol, Linux console).
_KEYS = re.compile(
    r"\[(?:"
    r"[A-HPQRSZIO]"  # arrows, Home, End, F1-F4, back tab; focus in and out
    r"|\[[A-E]"  # F1-F5 of the Linux console
    r"|1;\d{1,3}[A-HPQSZ]|1;[2-8]R"  # the same with modifiers
    r"|\d{1,3}(?:;\d{0,3}){0,2}~"  # editing and function keys
    # kitty's keys: code point, modifiers, text; numbers that Textual can make characters of
    r"|\d{1,6}(?:;\d{0,3}(?:;\d{1,6}(?::\d{1,6}){0,7})?)?u"
    r"|<\d{1,4};-?\d{1,5};-?\d{1,5}[Mm]|\d{1,4};\d{1,5};\d{1,5}M"  # mouse
    r"|48(?:;[\d:]{1,12}){4}t|\?(?:2026|2048);\d\$y"  # resize, and answers to what Textual asks
    r")"
)
# Enter with Alt or Shift, as terminals without kitty's protocol send it: Textual knows only that.
_ENTERS = {
    "\x1b\r": "\x1b[13;3u",
    "\x1b[27;3;13~": "\x1b[13;3u",
    "\x1b[27;2;13~": "\x1b[13;2u",
}
_ESCAPE = "\x1b[27u"  # the key in kitty's protocol: no sequence can begin with it
_ONE_KEY = "bf\\"
"""With Escape before them one key: by words, as on a Mac; or the stray end of a string."""
_STRINGS = "]P_^X"  # OSC, DCS, APC, PM, SOS
_CSI_BODY = frozenset(map(chr, range(0x20, 0x40)))
# Some terminals send one 8-bit code where others send Escape and a letter.
_C1: dict[int, str | None] = dict.fromkeys(range(0x80, 0xA0))
_C1 |= {code: f"\x1b{chr(code - 0x40)}" for code in (0x90, 0x98, *range(0x9B, 0xA0))}
# Bytes that are no UTF-8 come as lone surrogates (PEP 383); they may be such codes, too.
_C1 |= {0xDC00 + code: _C1.get(code, "\ufffd") for code in range(0x80, 0x100)}
_PASTED = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (9, 10, 13)}


class InputGuard:
    """Lets keys pass; keeps what is not finished until the next read or pause."""

    def __init__(self, alt: Collection[str] = ()) -> None:
        """Begin; ``alt`` are the letters that mean something together with Alt."""
        self._alt = alt
        self._held = ""  # an unfinished sequence, or a paste of which the end is not known
        self._in_string = False
        self._in_paste = False
        self._pauses = 0

    @property
    def waiting(self) -> bool:
        """Whether a paste waits for a pause to be told finished: ask soon."""
        return self._in_paste and PASTE_END in self._held

    def feed(self, text: str) -> str:
        """What may pass of ``text`` and of what was held before."""
        self._pauses = 0
        text = text.translate(_C1)
        if self._in_paste:
            self._hold_paste(text)
            return ""
        text, self._held = self._held + text, ""
        passed: list[str] = []
        at = 0
        while at < len(text):
            if self._in_string:
                at = self._skip_string(text, at)
                continue
            escape = text.find("\x1b", at)
            plain = text[at:] if escape < 0 else text[at:escape]
            passed.append(plain)
            if escape < 0:
                break
            at = self._escape(text, escape, passed)
        return "".join(passed)

    def pause(self) -> str:
        """What may pass now that nothing has come for a moment; call it until data comes."""
        if self._in_paste:
            return self._settle_paste()
        self._pauses += 1
        if self._in_string and self._pauses > 9:
            self._in_string = False  # a string without end must not swallow the keys for ever
        held, self._held = self._held, ""
        return _ESCAPE + held[1:] if held in ("\x1b", "\x1b[", "\x1bO") else ""

    # -- sequences -------------------------------------------------------------------------

    def _escape(self, text: str, at: int, passed: list[str]) -> int:
        """Deal with the sequence at ``text[at]``; returns where to go on."""
        if at + 1 == len(text):
            self._held = text[at:]
            return len(text)
        kind = text[at + 1]
        if kind in _STRINGS:
            self._in_string = True
            return at + 2
        if kind == "[":
            return self._csi(text, at, passed)
        if kind == "\x1b" or self._is_typed(kind):
            passed.append(_ESCAPE)
            return at + 1
        length = 3 if kind in "ON" else 2  # a function key; a letter with Alt
        if at + length > len(text):
            self._held = text[at:]
            return len(text)
        keys = text[at : at + length]
        passed.append(_ENTERS.get(keys, keys))
        return at + length

    def _is_typed(self, kind: str) -> bool:
        """Whether a character after Escape is a key of its own."""
        return kind.isprintable() and kind not in f"ON{_ONE_KEY}" and kind not in self._alt

    def _csi(self, text: str, at: int, passed: list[str]) -> int:
        if text.startswith(PASTE, at):
            self._in_paste = True
            self._hold_paste(text[at + len(PASTE) :])
            return len(text)
        if text.startswith("[M", at + 1):  # the oldest kind of mouse report: three bytes more
            self._held = text[at:] if at + 6 > len(text) else ""
            return min(at + 6, len(text))
        if text.startswith("[[", at + 1):
            end = at + 3
        else:
            end = at + 2
            while end < len(text) and text[end] in _CSI_BODY:
                end += 1
        if end >= len(text):
            self._held = text[at : at + _MAX_SEQUENCE] + text[-1:] * (end - at > _MAX_SEQUENCE)
            return len(text)
        if _KEYS.fullmatch(text, at + 1, end + 1):
            keys = text[at : end + 1]
            passed.append(_ENTERS.get(keys, keys))
        return end + ("@" <= text[end] <= "~")

    def _skip_string(self, text: str, at: int) -> int:
        """Where the string at ``at`` ends; nothing of it passes."""
        bell, end = text.find("\x07", at), text.find("\x1b", at)
        if bell >= 0 and (end < 0 or bell < end):
            self._in_string = False
            return bell + 1
        if end < 0:
            return len(text)
        if end + 1 == len(text):
            self._held = "\x1b"  # perhaps the first half of the end
            return len(text)
        self._in_string = False
        return end + 2 if text[end + 1] == "\\" else end

    # -- pastes ----------------------------------------------------------------------------

    def _hold_paste(self, text: str) -> None:
        """Keep the paste's text, or at least its end, where the end mark is."""
        self._held += text
        if len(self._held) > MAX_PASTE:
            self._held = self._held[:MAX_PASTE] + self._held[-len(PASTE_END) :]

    def _settle_paste(self) -> str:
        """The paste, and what was typed after it; "" while its end has not come."""
        self._pauses += 1
        pasted, end, typed = self._held.rpartition(PASTE_END)
        if not end:
            if self._pauses < 10:
                return ""
            pasted, typed = typed, ""  # the end was lost
        self._held, self._in_paste = "", False
        for mark in (PASTE, PASTE_END):
            pasted = pasted.replace(mark, "")
        return PASTE + pasted.translate(_PASTED) + PASTE_END + self.feed(typed)
