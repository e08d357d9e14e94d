"""The house as docs/architecture.md describes it, checked."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newsreader"
MODULES = sorted(PACKAGE.rglob("*.py"))
HEAVY = ("textual", "rich", "sqlite_utils", "markdown_it", "click")


def loaded_by(code: str) -> set[str]:
    """The top-level packages that running ``code`` loads."""
    script = f"{code}\nimport sys\nprint(*sorted({{m.partition('.')[0] for m in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split("\n")[-2].split())


def test_importing_the_package_loads_nothing() -> None:
    assert not loaded_by("import newsreader") & {*HEAVY, "sqlite3"}


@pytest.mark.parametrize(
    "module",
    [
        "session",
        "library",
        "reading",
        "splitting",
        "sourcing",
        "revising",
        "store",
        "export",
        "stats",
    ],
)
def test_no_core_module_loads_a_screen(module: str) -> None:
    assert not loaded_by(f"import newsreader.{module}") & set(HEAVY)


def test_the_first_frame_loads_no_screen_library() -> None:
    code = (
        "import newsreader.cli, newsreader.session.keeping\n"
        "import newsreader.tui.first_frame.list_frame, newsreader.tui.first_frame.reader_frame\n"
        "import newsreader.tui.first_frame.held, newsreader.tui.first_frame.showing"
    )
    assert not loaded_by(code) & {*HEAVY, "asyncio"}


@pytest.mark.parametrize(
    ("command", "never"),
    [
        ("--version", {"textual", "rich", "sqlite_utils", "markdown_it", "sqlite3"}),
        ("--help", {"textual", "rich", "sqlite_utils", "markdown_it", "sqlite3"}),
        ("split sample_articles", {"textual", "rich", "sqlite_utils"}),
    ],
)
def test_commands_load_only_what_they_need(command: str, never: set[str]) -> None:
    code = (
        "import contextlib, io\n"
        "from newsreader.cli import run\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        f"    assert run({command.split()!r}) == 0"
    )
    assert not loaded_by(code) & never


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert source.count("\n") <= 400
    assert not tree.body or ast.get_docstring(tree), "a module says why it exists"
    for node in ast.walk(tree):
        length = getattr(node, "end_lineno", 0) - getattr(node, "lineno", 0) + 1
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert length <= 60, node.name
        if isinstance(node, ast.ClassDef):
            assert length <= 250, node.name


def test_no_drawers() -> None:
    drawers = {"utils.py", "helpers.py", "common.py", "misc.py"}
    assert not drawers & {path.name for path in MODULES}


def test_most_of_the_code_knows_no_screen() -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    screens = sum(count for path, count in lines.items() if "tui" in path.parts)
    assert screens < 0.4 * sum(lines.values())


def imports_of(path: Path) -> set[str]:
    """Our modules that the module at ``path`` names at its top, under TYPE_CHECKING, too."""
    found: set[str] = set()
    pending: list[ast.AST] = list(ast.parse(path.read_text(encoding="utf-8")).body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newsreader"):
            assert node.module
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.If):
            pending += node.body
    return found


def test_no_module_imports_itself_in_a_circle() -> None:
    names = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path
        for path in MODULES
    }
    ahead = {name: imports_of(path) & names.keys() - {name} for name, path in names.items()}
    while leaves := {name for name, wants in ahead.items() if not wants & ahead.keys()}:
        ahead = {name: wants for name, wants in ahead.items() if name not in leaves}
    # What is left is in a circle, but for packages that re-export their own modules.
    circles = {
        name: sorted(each for each in wants & ahead.keys() if not name.startswith(f"{each}."))
        for name, wants in ahead.items()
    }
    assert not {name: wants for name, wants in circles.items() if wants}


def inner_rooms(place: str) -> dict[str, set[str]]:
    """The rooms inside a room (a package's packages), with those of them that each imports from."""
    rooms = [each.name for each in (PACKAGE / place).iterdir() if (each / "__init__.py").exists()]
    wanted: dict[str, set[str]] = {room: set() for room in rooms}
    for room in rooms:
        for path in (PACKAGE / place / room).rglob("*.py"):
            for name in imports_of(path):
                parts = name.split(".")
                if parts[:2] == ["newsreader", place] and parts[2:] and parts[2] in rooms:
                    wanted[room].add(parts[2])
        wanted[room].discard(room)
    return wanted


@pytest.mark.parametrize("place", ["library", "splitting", "store"])
def test_no_room_in_a_room_imports_itself_in_a_circle(place: str) -> None:
    ahead = inner_rooms(place)
    assert ahead
    while leaves := {room for room, wants in ahead.items() if not wants & ahead.keys()}:
        ahead = {room: wants for room, wants in ahead.items() if room not in leaves}
    assert not ahead


def test_only_fetching_and_the_server_connect_to_other_machines() -> None:
    connecting = {"socket", "ssl", "http", "urllib.request", "aiohttp", "asyncio.streams"}
    found = {
        path.parent.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        if name in connecting or name.startswith("http.")
    }
    assert found == {"fetching", "serving"}
