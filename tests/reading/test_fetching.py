"""Pages that are fetched: what is asked for, what is refused before anything is, and the bounds."""

import gzip
import ipaddress
import pickle
import socket
import ssl
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.config import Config
from newsreader.errors import AnsweredError, SourceError
from newsreader.model.validators import Validators
from newsreader.reading import load_page, parse, read, read_each
from newsreader.reading.fetching import connection, page, places, proxies
from newsreader.reading.fetching.address import is_address, parse_address, redirected
from newsreader.reading.fetching.page import fetch
from newsreader.reading.fetching.patience import seconds
from newsreader.reading.raw import Unmodified
from tests.reading.servers import answer, serving

HERE = Config(fetch_networks=("127.0.0.0/8",))
AT = datetime(2023, 3, 2, 20, 40, tzinfo=UTC)
PAGE = "<!doctype html><title>Ferry</title><h1>Ferry aground</h1><p>" + "All are safe. " * 30


def get(server, path="/ferry", config=HERE, known=None):
    return fetch(server.address + path, config, known, clock=lambda: AT)


def refused(source, config=HERE):
    with pytest.raises(SourceError) as caught:
        fetch(source, config)
    return str(caught.value)


# -- what comes ------------------------------------------------------------------------------


def test_a_page_is_fetched_and_read():
    with serving(answer(PAGE, ETag='"7"', Last_Modified="Thu, 02 Mar 2023 20:39:00 GMT")) as server:
        source = f"{server.address}/live/ferry?id=1#top"
        [raw] = load_page(source, HERE)
    assert (raw.source, raw.key, raw.uri) == (source, source, source.removesuffix("#top"))
    assert (raw.name, raw.charset) == ("ferry.html", "utf-8")
    assert raw.fetched is not None
    assert raw.validators == Validators(raw.uri, '"7"', "Thu, 02 Mar 2023 20:39:00 GMT")
    [article] = parse(raw)
    assert (article.title, article.uri) == ("Ferry aground", raw.uri)
    [asked] = server.asked
    lines = asked.split("\r\n")
    assert lines[0] == "GET /live/ferry?id=1 HTTP/1.1"
    names = {line.partition(":")[0] for line in lines[1:] if line}
    assert names == {"Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"}


def test_read_takes_an_address():
    with serving(answer(PAGE)) as server:
        [article] = read(server.address, config=HERE)
    assert article.uri == f"{server.address}/"
    with serving(answer(PAGE)) as server:
        [error] = read_each(server.address)
    assert "is no public address" in str(error)
    assert server.asked in ([], [""])


def test_codings_chunks_and_packs():
    packed = gzip.compress(PAGE.encode())
    chunks = b"5\r\n" + packed[:5] + b"\r\n" + f"{len(packed) - 5:x}\r\n".encode() + packed[5:]
    answers = [
        answer(packed, Content_Encoding="gzip"),
        answer(
            chunks + b"\r\n0\r\n\r\n",
            Content_Encoding="gzip",
            Transfer_Encoding="chunked",
            Content_Length=None,
        ),
        answer(packed, Content_Type="application/gzip"),
        answer(PAGE, Content_Length=None),
    ]
    with serving(*answers) as server:
        for _ in answers:
            [raw] = load_page(f"{server.address}/a.html.gz", HERE)
            assert raw.data == PAGE.encode()
            assert parse(raw)[0].title == "Ferry aground"


def test_relative_links_and_charsets_are_those_of_the_page():
    page = "<!doctype html><h1>Пожар в порту</h1><p>" + 'Спасены все. <a href="b?c=1">Ещё</a> ' * 30
    fields = {"Content_Type": "text/html; charset=windows-1251"}
    with serving(answer(page.encode("cp1251"), **fields)) as server:
        [article] = read(f"{server.address}/live/a", config=HERE)
    assert article.title == "Пожар в порту"
    assert {link.url for link in article.links} == {f"{server.address}/live/b?c=1"}


def test_what_is_cut_short_is_read_and_said():
    with serving(answer(PAGE, Content_Length="99999")) as server:
        assert get(server).warnings == ("the page was cut short on its way",)
    chunked = answer(b"5\r\nab", Transfer_Encoding="chunked", Content_Length=None)
    with serving(chunked) as server:
        assert get(server).warnings == ("the page was cut short on its way",)


def test_only_what_is_new_is_asked_for():
    with serving(answer(status="304 Not Modified"), answer(PAGE)) as server:
        known = Validators(f"{server.address}/ferry", '"7"', "Thu, 02 Mar 2023 20:39:00 GMT")
        assert list(load_page(f"{server.address}/ferry", HERE, known)) == [
            Unmodified(f"{server.address}/ferry")
        ]
        assert not get(server, "/other", known=known).unchanged
    assert 'If-None-Match: "7"' in server.asked[0]
    assert "If-Modified-Since: Thu, 02 Mar 2023 20:39:00 GMT" in server.asked[0]
    assert "If-" not in server.asked[1]  # they are of another page


def test_validators_that_cannot_be_sent_are_not_kept():
    with serving(answer(PAGE, ETag="caf\xe9")) as server:
        assert get(server).validators is None
    with serving(answer(status="304 Not Modified")) as server:
        assert "304" in refused(f"{server.address}/")


# -- redirects -------------------------------------------------------------------------------


def test_redirects_are_followed_and_each_is_checked():
    with serving(answer(status="302 Found", Location="/b"), answer(PAGE)) as server:
        found = get(server, "/a")
        assert found.address == f"{server.address}/b"
    for there, said in [
        ("http://10.0.0.1/", "10.0.0.1 is no public address"),
        ("http://[::1]/", "::1 is no public address"),
        ("file:///etc/passwd", "redirected: file: is not fetched"),
        ("gopher://a.example/", "redirected: gopher: is not fetched"),
        ("http://a:b@a.example/", "redirected: an address with a name or a password"),
        ("http://[bad", "redirected"),
    ]:
        with serving(answer(status="301 Moved", Location=there)) as server:
            assert said in refused(f"{server.address}/")


def test_redirects_end():
    with serving(*[answer(status="307 x", Location="/again")] * 7) as server:
        assert "redirected more than 5 times" in refused(f"{server.address}/")
        assert len(server.asked) == 6


def test_never_from_https_to_http():
    with pytest.raises(SourceError, match="from https to http, not followed"):
        redirected(parse_address("https://a.example/", "s"), "http://a.example/", "s")
    there = redirected(parse_address("https://a.example/b/c", "s"), "../d?x=1#y", "s")
    assert str(there) == "https://a.example/d?x=1"


# -- addresses -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://Example.COM", "http://example.com/"),
        ("HTTPS://example.com:443/a b".replace(" ", "%20"), "https://example.com/a%20b"),
        ("http://example.com:8080/?q=ü#f", "http://example.com:8080/?q=%C3%BC"),
        ("http://münchen.example/straße", "http://xn--mnchen-3ya.example/stra%C3%9Fe"),
        ("http://[2001:DB8::1]/x", "http://[2001:db8::1]/x"),
    ],
)
def test_addresses(text, address):
    assert is_address(text)
    assert str(parse_address(text, text)) == address


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file:///etc/passwd", "file: is not fetched (only http:// and https:// are)"),
        ("ftp://a.example/", "ftp: is not fetched"),
        ("http://user:pass@a.example/", "a name or a password"),
        ("http://a.example@127.0.0.1/", "a name or a password"),
        ("http:///path", "an address without a host"),
        ("http://a.example:99999/", "not an address"),
        ("http://a.example:x/", "not an address"),
        ("http://a b.example/", "characters that none has"),
        ("http://a.example\\@b.example/", "characters that none has"),
        ("http://a.example/\r\nX: y", "characters that none has"),
        ("http://[fe80::1%25eth0]/", "this machine's own network"),
        ("http://a..example/", "not an address"),
        ("http://-!.example/", "not an address"),
        ("http://" + "a" * 5000, "longer than 4,000 characters"),
    ],
)
def test_what_is_no_address_that_is_fetched(text, said):
    assert said in refused(text)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "localhost", "0",
     "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]",
     "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2001:0:53aa:64c::1]", "[::7f00:1]", "[fc00::1]",
     "[fe80::1]", "[ff02::1]", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254",
     "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
     "①②⑦.⓪.⓪.①", "127.0.0.1."],
)  # fmt: skip
def test_no_address_that_is_not_public_is_connected_to(host, monkeypatch):
    def never(*_):
        raise AssertionError("connected")

    monkeypatch.setattr(connection.socket, "create_connection", never)
    said = refused(f"http://{host}:1/", Config())
    assert "no public address" in said or "is not found" in said


def test_one_wrong_address_of_a_host_is_enough_and_settings_allow():
    mixed = [ipaddress.ip_address("93.184.216.34"), ipaddress.ip_address("10.0.0.7")]
    with pytest.raises(SourceError, match=r"10\.0\.0\.7 is no public address"):
        places.checked(mixed, (), "s")
    assert places.checked(mixed, ("10.0.0.0/24",), "s") == mixed
    assert places.is_public(mixed[0])


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch):
    """A name that means another machine when it is asked a second time."""
    answers = iter([[(0, 0, 0, "", ("93.184.216.34", 80))], [(0, 0, 0, "", ("127.0.0.1", 80))]])
    monkeypatch.setattr(places.socket, "getaddrinfo", lambda *_, **__: next(answers))
    went = []

    def went_to(place, _):
        went.append(place)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(connection.socket, "create_connection", went_to)
    said = refused("http://rebinding.example/", Config())
    assert said == "http://rebinding.example/: cannot be reached: connection refused"
    assert went == [("93.184.216.34", 80)]


def test_names_that_are_not_found_or_answered_for(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(places.socket, "getaddrinfo", unknown)
    assert "the host a.example is not found (name or service not known)" in refused(
        "http://a.example/"
    )
    monkeypatch.setattr(places.threading.Thread, "start", lambda _: None)
    monkeypatch.setattr(places.threading.Thread, "join", lambda *_: None)
    assert "was not answered for in time" in refused("http://a.example/")


# -- bounds and bad servers ------------------------------------------------------------------


def test_statuses_and_kinds_that_are_not_read():
    picture = answer(b"\x89PNG", Content_Type="image/png")
    bad = [answer(status="404 Whatever they say"), answer(status="599 x"), picture, b"what\r\n\r\n"]
    with serving(*bad) as server:
        assert refused(f"{server.address}/").endswith("the server answers 404 Not Found")
        assert refused(f"{server.address}/").endswith("the server answers 599")
        assert refused(f"{server.address}/").endswith("image/png is not read")
        assert refused(f"{server.address}/").endswith("the server answers what is no HTTP")


def test_sizes(monkeypatch):
    monkeypatch.setattr(page, "MAX_BYTES", 1_000_000)
    with serving(answer(b"x" * 1_100_000), answer(b"x" * 1_100_000, Content_Length=None)) as server:
        for _ in range(2):
            assert "larger than 1 MB, the most that is read" in refused(f"{server.address}/")
    bomb = answer(gzip.compress(bytes(21_000_000)), Content_Encoding="gzip")
    with serving(bomb) as server:
        assert "unpacks to more than 20 MB" in refused(f"{server.address}/")


def test_a_trickle_does_not_outlast_the_deadline(monkeypatch):
    class Clock:
        now = 0.0

        @classmethod
        def monotonic(cls):
            cls.now += 1
            return cls.now

    monkeypatch.setattr(connection, "time", Clock)

    def trickle(client):
        client.sendall(answer(PAGE)[:-1])
        client.recv(1)  # and never the rest

    def slowly(client):
        for _ in range(60):
            client.sendall(b"x: y\r\n")

    with serving(trickle) as server:
        assert "not answered within 20 seconds" in refused_soon(server.address, monkeypatch)
    Clock.now = 0
    with serving(slowly) as server:
        assert refused_soon(server.address, monkeypatch)


def refused_soon(address, monkeypatch):
    """What is said when each waiting takes no longer than a test may."""
    real = connection.Deadline.left

    def left(self):
        return min(real(self), 0.2)

    monkeypatch.setattr(connection.Deadline, "left", left)
    return refused(f"{address}/")


def test_a_connection_that_breaks():
    def broken(client):
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    with serving(broken) as server:
        assert "the connection failed" in refused(f"{server.address}/")


def test_a_host_that_cannot_prove_its_name(monkeypatch):
    def unproved(self, *_, **__):
        error = ssl.SSLCertVerificationError(1, "x")
        error.verify_message = "Hostname mismatch"
        raise error

    with serving(b"") as server:
        monkeypatch.setattr(ssl.SSLContext, "wrap_socket", unproved)
        said = refused(f"https://127.0.0.1:{server.port}/")
        assert said.endswith("127.0.0.1 cannot prove that it is that host (hostname mismatch)")


def test_no_tls_at_the_other_end():
    with serving(b"HTTP/1.1 400 x\r\n\r\n") as server:
        said = refused(f"https://127.0.0.1:{server.port}/")
    assert said.endswith("no safe connection with 127.0.0.1")


def test_nothing_connects_behind_our_back():
    opened = connection.Connection(parse_address("http://a.example/", "s"), None)
    with pytest.raises(page.http.client.NotConnected):
        opened.connect()


# -- proxies ---------------------------------------------------------------------------------


def test_a_proxy_only_where_the_settings_name_one(monkeypatch):
    with serving(answer(PAGE)) as server:
        monkeypatch.setenv("http_proxy", server.address)
        away = parse_address("http://a.example/", "s")
        assert proxies.proxy_of(away, Config(), "s") is None
        named = Config(proxy="environment")
        assert str(proxies.proxy_of(away, named, "s")) == f"{server.address}/"
        found = fetch("http://a.example/ferry", named)
        assert found.data == PAGE.encode()
    assert server.asked[0].startswith("GET http://a.example/ferry HTTP/1.1\r\nHost: a.example\r\n")
    monkeypatch.setenv("no_proxy", "a.example")
    assert proxies.proxy_of(away, named, "s") is None


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "a.localhost.", "10.0.0.1", "[::1]"])
def test_a_proxy_is_not_asked_for_places_of_the_house(host):
    config = Config(proxy="proxy.example:3128")
    with pytest.raises(SourceError, match="is no public address"):
        proxies.proxy_of(parse_address(f"http://{host}/", "s"), config, "s")


def test_a_way_through_a_proxy():
    for said, problem in [
        (b"HTTP/1.1 403 No\r\n\r\n", "the proxy lets nobody through to that address"),
        (b"HTTP/1.1 200 OK\r\n\r\nnot TLS", "no safe connection with a.example"),
        (b"HTTP/1.1 200", "the proxy does not answer"),
    ]:
        with serving(said) as server:
            config = Config(proxy=server.address.removeprefix("http://"))
            assert refused("https://a.example/", config).endswith(problem)
        assert server.asked[0].startswith("CONNECT a.example:443 HTTP/1.1\r\n")
    assert "none that is used" in refused("http://a.example/", Config(proxy="https://p.example"))


# -- anything --------------------------------------------------------------------------------


@given(st.text(max_size=40) | st.from_regex(r"https?://[\x20-\x7e]{0,40}", fullmatch=True))
def test_any_text_is_an_address_or_told(text):
    try:
        found = parse_address(text, text)
    except SourceError:
        return
    assert str(found).isascii()
    assert str(found).isprintable()
    assert " " not in str(found)


def test_the_deadline():
    deadline = connection.Deadline(0, "s")
    with pytest.raises(SourceError, match="not answered within"):
        deadline.left()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("9" * 39, 86_400.0),
        ("Wed, 05 Jan 2022 12:10:00 GMT", 600.0),
        ("Wed, 05 Jan 2022 12:10:00 -0000", 600.0),
        ("Wed, 05 Jan 2022 11:10:00 GMT", 0.0),
        ("Wed, 05 Jan 2222 11:10:00 GMT", 86_400.0),
        ("", 0.0),
        ("-5", 0.0),
        ("soon", 0.0),
        ("١٢", 0.0),
        ("Wed, 99 Jan 2022 12:10:00 GMT", 0.0),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(written, expected):
    assert seconds(written, datetime(2022, 1, 5, 12, tzinfo=UTC)) == expected


def test_an_answer_that_is_no_page_says_its_status_and_its_wait():
    busy = answer(status="429 x", Retry_After="30")
    with serving(busy) as server, pytest.raises(AnsweredError) as caught:
        fetch(f"{server.address}/x", HERE)
    assert (caught.value.status, caught.value.wait) == (429, 30.0)
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  -- our own bytes
    assert (str(again), again.status, again.wait) == (str(caught.value), 429, 30.0)
