"""The colours measured: contrast on every ground, labels told apart by all eyes; choosing one."""

from itertools import combinations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color

from newsreader.config import Config
from newsreader.config.settings import THEMES
from newsreader.errors import UsageError
from newsreader.tui import themes
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.plain import colours
from newsreader.tui.plain.looks import LOOKS

GROUNDS = ("background", "surface", "panel", "primary-muted", "secondary-muted", "boost")
LEAST = {"dark": 4.5, "light": 4.5, "high-contrast": 7.0}
EDGES = {"line"}  # lines and edges, no words

# What is seen without one of the three kinds of cones: Machado, Oliveira and Fernandes (2009).
EYES = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip


def colours_of(name, color_system=None):
    theme = themes.made(name, color_system)
    return {**theme.to_color_system().generate(), **theme.variables}


def linear(colour):
    parts = Color.parse(colour).normalized
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(rgb):
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), rgb, strict=True))


def contrast(one, other):
    low, high = sorted(luminance(linear(each)) for each in (one, other))
    return (high + 0.05) / (low + 0.05)


def seen(colour, eye):
    """A colour as that eye sees it, in CIE L*a*b*."""
    rgb = linear(colour)
    red, green, blue = (
        min(1, max(0, sum(share * part for share, part in zip(row, rgb, strict=True))))
        for row in EYES[eye]
    )
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one, other, eye):
    pairs = zip(seen(one, eye), seen(other, eye), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@pytest.mark.parametrize("name", colours.NAMES)
@pytest.mark.parametrize("look", [*LOOKS, ""])
def test_every_look_can_be_read_on_every_ground(name, look):
    known = colours_of(name)
    words = LOOKS.get(look, "").split()
    grounds = [known[word[3:]] for word in words if word.startswith("on$")]
    text = next((known[word[1:]] for word in words if word.startswith("$")), known["foreground"])
    least = 2.0 if look in EDGES else LEAST[name]
    for ground in grounds or [known[each] for each in GROUNDS]:
        assert contrast(text, ground) >= least, (text, ground)


@pytest.mark.parametrize("name", colours.NAMES)
@pytest.mark.parametrize("eye", EYES)
def test_the_labels_are_told_apart_by_all_eyes(name, eye):
    known = colours_of(name)
    labels = [known[f"label-{label}"] for label in ("confirmed", "speculative", "opinion")]
    for one, other in combinations([*labels, known["foreground"]], 2):
        assert apart(one, other, eye) >= 24


@pytest.mark.parametrize("name", colours.NAMES)
@pytest.mark.parametrize("look", [*LOOKS, ""])
def test_sixteen_colours_can_be_read_on_every_ground(name, look):
    known = colours_of(name, "standard")
    words = LOOKS.get(look, "").split()
    grounds = [known[word[3:]] for word in words if word.startswith("on$")]
    text = next((known[word[1:]] for word in words if word.startswith("$")), known["foreground"])
    for ground in grounds or [known[each] for each in GROUNDS]:
        assert contrast(text, ground) >= 4.0, (text, ground)


@pytest.mark.parametrize("palette", themes._SIXTEEN.values(), ids=themes._SIXTEEN)
def test_sixteen_colours_are_those_of_a_console(palette):
    console = [(0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170)]
    console += [(0, 170, 170), (170, 170, 170), (85, 85, 85), (255, 85, 85), (85, 255, 85)]
    console += [(255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255)]
    for colour in palette.values():
        sent = RichColor.parse(colour).downgrade(ColorSystem.STANDARD).number
        assert console[sent] == Color.parse(colour).rgb
    labels = [palette[label] for label in ("confirmed", "speculative", "opinion", "foreground")]
    assert len(set(labels)) == len(labels)


def test_there_is_a_theme_for_every_name_in_the_settings():
    assert {"auto", *colours.NAMES} == set(THEMES) == {"auto", *colours.COLOURS}
    assert len({tuple(each) for each in colours.COLOURS.values()}) == 1


@pytest.mark.parametrize(
    ("setting", "environment", "name"),
    [
        ("auto", {}, "dark"),
        ("auto", {"COLORFGBG": "0;15"}, "light"),
        ("auto", {"COLORFGBG": "0;default;7"}, "light"),
        ("auto", {"COLORFGBG": "15;0"}, "dark"),
        ("auto", {"COLORFGBG": "odd"}, "dark"),
        ("high-contrast", {"COLORFGBG": "0;15"}, "high-contrast"),
        ("dark", {"NEWSREADER_THEME": "light"}, "light"),
        ("light", {"NEWSREADER_THEME": "auto"}, "dark"),
        ("light", {"NEWSREADER_THEME": ""}, "light"),
    ],
)
def test_which_theme_is_shown(setting, environment, name):
    assert colours.chosen(setting, environment) == name


def test_a_theme_that_is_none_is_refused(desk, monkeypatch):
    monkeypatch.setenv("NEWSREADER_THEME", "drak\x1b")
    with pytest.raises(UsageError, match="NEWSREADER_THEME: no theme 'drak"):
        NewsreaderApp(desk)


def grounds(app):
    """The grounds of the top line and of the bottom one."""
    strips = app.screen._compositor.render_strips()
    return [next(iter(strips[y])).style.bgcolor.name for y in (0, -1)]


async def test_the_key_goes_through_the_themes(desk, reader_app):
    app = reader_app(desk, config=Config(theme="dark"))
    async with app.run_test(size=(80, 24)) as pilot:
        assert [name for name in app._registered_themes if name in colours.NAMES] == ["dark"]
        found = [grounds(app)]
        for name in ("light", "high-contrast", "dark"):
            await pilot.press("T")
            assert app.theme == name
            found.append(grounds(app))
        panels = [
            colours_of(name)["panel"].lower() for name in ("dark", "light", "high-contrast", "dark")
        ]
        assert found == [[panel, panel] for panel in panels]
        await pilot.press("slash", "T")  # typed
        assert app.theme == "dark"
