"""Who may come in: refusals by address, host, origin, site and path."""

import pytest

from newsreader.errors import UsageError
from newsreader.serving.access import bindable, new_secret, refusal, url
from newsreader.serving.page import HEADERS, HTML, START

GOOD = {"Host": "127.0.0.1:8000", "Origin": "http://127.0.0.1:8000"}


@pytest.mark.parametrize(
    ("host", "bound"),
    [
        ("localhost", "127.0.0.1"),
        ("127.0.0.1", "127.0.0.1"),
        ("127.9.9.9", "127.9.9.9"),
        ("::1", "::1"),
    ],
)
def test_this_machine_is_served(host, bound) -> None:
    assert bindable(host) == bound


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "192.168.1.7", "desk.example", "", "8.8.8.8", "127.1", "0"],  # noqa: S104
)
def test_nothing_else_is_served(host) -> None:
    with pytest.raises(UsageError) as refused:
        bindable(host)
    assert refused.value.exit_code == 2
    assert "ssh -L" in str(refused.value)
    assert "reverse proxy that authenticates" in str(refused.value)


def test_secrets_are_long_and_differ() -> None:
    assert len(new_secret()) >= 32
    assert new_secret() != new_secret()


def test_the_address_to_open() -> None:
    assert url("127.0.0.1", 8000, "abc") == "http://127.0.0.1:8000/abc/"
    assert url("::1", 80, "abc") == "http://[::1]:80/abc/"


@pytest.mark.parametrize(
    "headers",
    [
        GOOD,
        {"Host": "localhost:9000", "Origin": "http://localhost:9000"},  # by ssh -L
        {"Host": "LOCALHOST", "Origin": "http://localhost"},
        {"Host": "[::1]:8000", "Origin": "http://[::1]:8000"},
        {**GOOD, "Sec-Fetch-Site": "same-origin"},
    ],
)
def test_our_own_page_comes_in(headers) -> None:
    assert refusal("/abc/ws", headers, "abc", socket=True) is None


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"Host": "evil.example:8000"}, "not a name of this machine"),
        ({"Host": "127.0.0.1.evil.example"}, "not a name of this machine"),
        ({"Host": "localhost.evil.example:8000"}, "not a name of this machine"),
        ({"Host": ""}, "not a name of this machine"),
        ({"Host": "[::1"}, "another origin"),
        ({"Host": "192.168.1.7:8000"}, "not a name of this machine"),
        ({"Origin": "http://evil.example"}, "another origin"),
        ({"Origin": "http://127.0.0.1:9999"}, "another origin"),
        ({"Origin": "https://127.0.0.1:8000"}, "another origin"),
        ({"Origin": "null"}, "another origin"),
        ({"Sec-Fetch-Site": "cross-site"}, "from another site"),
        ({"Sec-Fetch-Site": "same-site"}, "from another site"),
    ],
)
def test_others_do_not(changed, why) -> None:
    assert refusal("/abc/ws", {**GOOD, **changed}, "abc", socket=True) == why


def test_a_socket_without_an_origin_does_not_but_a_page_does() -> None:
    headers = {"Host": "127.0.0.1:8000", "Sec-Fetch-Site": "none"}
    assert refusal("/abc/ws", headers, "abc", socket=True) == "no origin"
    assert refusal("/abc/", headers, "abc", socket=False) is None


@pytest.mark.parametrize(
    "path", ["/", "", "/abcd/", "/ab/", "/static/js/textual.js", "abc/", "/ä/", "/abc/" + "a" * 300]
)
def test_nobody_without_the_secret(path) -> None:
    assert refusal(path, GOOD, "abc", socket=False) == "no such path"


def test_the_page_asks_nobody_else() -> None:
    assert "http:" not in HTML + START
    assert "https:" not in HTML + START
    assert "default-src 'none'" in HEADERS["Content-Security-Policy"]
    assert (
        "unsafe-inline"
        not in HEADERS["Content-Security-Policy"].split("script-src")[1].split(";")[0]
    )
