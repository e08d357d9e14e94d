"""The server: its door, its page, and the program behind its websocket."""

import asyncio
import signal
import sys

import pytest

from newsreader.errors import UsageError
from newsreader.library import Library

aiohttp = pytest.importorskip("aiohttp")
pytest.importorskip("textual_serve")

from aiohttp import web  # noqa: E402  -- where it is installed
from aiohttp.test_utils import TestClient, TestServer  # noqa: E402

from newsreader.serving import program, server  # noqa: E402

STORY = "Ferry Adrift\n\nThe ferry was towed in. Nobody was hurt.\n"


@pytest.fixture
async def client():
    """A browser of sorts, at a server whose program is not started."""
    app = server.application(["false"], "abc")
    async with TestClient(TestServer(app)) as opened:
        yield opened


async def test_the_page_and_its_parts(client) -> None:
    for path in ("", "start.js", "static/js/textual.js", "static/css/xterm.css"):
        answer = await client.get(f"/abc/{path}")
        assert answer.status == 200, path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    page = await (await client.get("/abc/")).text()
    assert "googleapis" not in page


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/static/js/textual.js", {}),
        ("/abc/", {"Host": "evil.example"}),
        ("/abc/", {"Origin": "http://evil.example"}),
        ("/abc/ws", {}),
        ("/abc/ws", {"Origin": "http://evil.example"}),
        ("/wrong/ws", {"Origin": "http://127.0.0.1"}),
    ],
)
async def test_refused(client, path, headers) -> None:
    answer = await client.get(path, headers=headers)
    assert answer.status == 403
    assert answer.headers["X-Frame-Options"] == "DENY"


async def test_what_is_not_there(client) -> None:
    answer = await client.get("/abc/nothing")
    assert answer.status == 404
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert (await client.post("/abc/")).status == 405
    assert (await client.get("/abc/static/../../etc/passwd")).status in (403, 404)


async def test_keys_in_the_browser_tag_in_the_library(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "none.toml"))
    story = tmp_path / "ferry.txt"
    story.write_text(STORY)
    path = tmp_path / "desk.library"
    command = ["serve", "--port", "0", "--library", str(path), "--editor", "eve", str(story)]
    serving = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "newsreader", *command, stdout=asyncio.subprocess.PIPE
    )
    url = (await serving.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession() as browser:
        origin = url[: url.index("/", len("http://"))]
        socket = await browser.ws_connect(f"{url}ws?width=80&height=24", headers={"Origin": origin})
        await until(socket, b"Ferry Adrift")
        await socket.send_json(["resize", {"width": 100, "height": 30}])
        # The terminal in the browser answers a question: no key, no tag.
        await socket.send_json(["stdin", "\x1bP1$r0;1;3m\x1b\\"])
        await socket.send_json(["stdin", "s"])
        await until(socket, b"1/3")
        await socket.send_json(["stdin", "Q"])
        await asyncio.wait_for(ended(socket), 20)
    serving.send_signal(signal.SIGINT)
    await asyncio.wait_for(serving.communicate(), 20)
    assert serving.returncode == 0
    with Library(path, editor="eve") as library:
        book = library.open(1).book
        assert [tag.label for n in (1, 2, 3) for tag in book.tags(n)] == ["speculative"]


async def test_a_program_that_ends_closes_its_page(client) -> None:
    origin = f"http://127.0.0.1:{client.port}"
    socket = await client.ws_connect("/abc/ws?width=x&height=-1", headers={"Origin": origin})
    await asyncio.wait_for(ended(socket), 20)


async def test_a_program_that_does_not_end_is_ended_with_the_server(monkeypatch) -> None:
    monkeypatch.setattr(program, "_ENDING", 0.01)
    async with TestClient(TestServer(server.application(["sleep", "1000"], "abc"))) as client:
        origin = f"http://127.0.0.1:{client.port}"
        await client.ws_connect("/abc/ws", headers={"Origin": origin})


class Recorder:
    """A program, or a page, that keeps what it was told."""

    def __init__(self):
        self.told = []

    def __getattr__(self, name):
        async def tell(*args):
            self.told.append((name, *args))

        return tell


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ('["stdin", "j\\ud800"]', ("send_bytes", b"j?")),
        ('["resize", {"width": 100, "height": 9999999}]', ("set_terminal_size", 100, 500)),
        ('["resize", {"width": -5, "height": 0}]', ("set_terminal_size", 1, 1)),
        ('["ping", "1"]', ("send_json", ["pong", "1"])),
        ('["focus"]', ("focus",)),
        ('["blur", null]', ("blur",)),
    ],
)
async def test_what_a_page_sends_is_passed_on(sent, told) -> None:
    both = Recorder()
    await program._obey(both, both, program._sent(sent))
    assert both.told == [told]


@pytest.mark.parametrize(
    "sent",
    ["", "{}", "[]", "7", '["stdin"]', '["stdin", 7]', '["resize", {"width": "9"}]', '["other", 1]',
     pytest.param("[" * 100_000, id="deep"), '["ping", {}]'],
)  # fmt: skip
async def test_all_else_is_passed_over(sent) -> None:
    both = Recorder()
    await program._obey(both, both, program._sent(sent))
    assert both.told == []


async def until(socket, words) -> None:
    """Read until the program has written ``words``."""
    said = b""
    while words not in said:
        message = await asyncio.wait_for(socket.receive(), 20)
        assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), said[-500:]
        said += message.data if isinstance(message.data, bytes) else b""


async def ended(socket) -> None:
    """Read until the program has ended."""
    while not socket.closed:
        await socket.receive()


def test_a_port_in_use_is_one_plain_line() -> None:
    with server.listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError) as refused:
            server.listen("127.0.0.1", port)
    assert (
        str(refused.value) == f"port {port}: Address already in use (--port 0 takes any free one)"
    )


def test_serving_logs_nothing_that_was_sent(monkeypatch) -> None:
    asked = {}
    monkeypatch.setattr(web, "run_app", lambda app, **options: asked.update(options))
    with server.listen("127.0.0.1", 0) as listening:
        server.serve(["false"], listening, "abc")
        assert asked["sock"] is listening
    assert asked["access_log"] is None
    assert not server.logging.getLogger("textual-serve").propagate
