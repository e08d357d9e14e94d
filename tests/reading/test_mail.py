"""Mails: header, parts, which of them are read, and that nothing in one raises."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.model.article import BlockKind
from newsreader.reading import parse
from newsreader.reading.mail.message import identity, sender, sent, words
from newsreader.reading.mail.parts import leaves
from newsreader.reading.packs.heads import head_of
from newsreader.reading.raw import Raw
from newsreader.splitting import split

HEAD = (
    "From: Coast Desk <desk@coast.example>\nTo: all@coast.example\nSubject: Ferry aground\n"
    "Date: Wed, 05 Jan 2022 14:01:00 -0500 (EST)\nMessage-ID: <77.a@coast.example>\n"
    "MIME-Version: 1.0\n"
)
STATEMENT = "The coastguard said all forty passengers were safe."


def article_of(mail, name="a.eml"):
    data = mail if isinstance(mail, bytes) else mail.encode()
    [article] = parse(Raw("a.eml", "file:///a.eml", name, data))
    return article


def mail_of(*parts, kind="mixed"):
    inner = "".join(f"--b\n{part}\n" for part in parts)
    return f'{HEAD}Content-Type: multipart/{kind}; boundary="b"\n\npreamble\n{inner}--b--\nend\n'


def part(body, kind="text/plain", more=""):
    return f"Content-Type: {kind}; charset=utf-8\n{more}\n{body}"


def test_a_mail_is_an_article():
    article = article_of(f"{HEAD}\n{STATEMENT}\n")
    assert (article.format, article.title, article.byline) == (
        "mail", "Ferry aground", "Coast Desk",
    )  # fmt: skip
    assert article.uri == "mid:77.a@coast.example"
    assert article.published == "2022-01-05T14:01:00-05:00"
    assert article.fetched == datetime(2022, 1, 5, 19, 1, tzinfo=UTC)
    assert article.text == f"Ferry aground\n\n{STATEMENT}"
    assert [block.kind for block in article.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "before", ["\n  \n", "\ufeff", "From desk@coast.example Wed Jan  5 14:01:00 2022\n"]
)
def test_what_stands_before_the_header(before):
    assert article_of(f"{before}{HEAD}\n{STATEMENT}\n").title == "Ferry aground"


def test_the_dates_zone_is_a_hint_for_the_times():
    first = "9:40 a.m.\nTwo tugs have reached the ferry off the point, the desk reports.\n"
    second = "9:10 a.m.\nThe ferry has run aground, the coastguard confirms to us.\n"
    found = split(article_of(f"{HEAD}\n{first}\n{second}\n"))
    assert [update.time.isoformat() for update in found.updates if update.time] == [
        "2022-01-05T09:40:00-05:00", "2022-01-05T09:10:00-05:00",
    ]  # fmt: skip
    assert all("zone" in update.assumed for update in found.updates)


def test_a_marker_that_the_mail_program_broke():
    body = "Update (13=\n45ET): =E2=80=9CTense=E2=80=9D, a shop owner said.\n"
    article = article_of(f"{HEAD}Content-Transfer-Encoding: quoted-printable\n\n{body}")
    [update] = split(article).updates
    assert update.marker == "Update (1345ET):"
    assert "“Tense”" in article.text


# -- parts -----------------------------------------------------------------------------------


def test_of_alternatives_the_plain_text_is_read():
    page = f"<p>{STATEMENT}</p>"
    mail = mail_of(part(STATEMENT), part(page, "text/html"), kind="alternative")
    assert article_of(mail).text == f"Ferry aground\n\n{STATEMENT}"


def test_but_no_stub_of_the_page():
    page = f"<style>p {{}}</style><p>{STATEMENT}</p><p>{STATEMENT}</p>"
    stub = "Your program shows no pages: https://coast.example/view?id=7"
    mail = mail_of(part(stub), part(page, "text/html"), kind="alternative")
    text = article_of(mail).text
    assert text == f"Ferry aground\n\n{STATEMENT}\n\n{STATEMENT}"


def test_alternatives_with_a_page_and_its_pictures():
    page = part("<p>Page</p>", "text/html")
    related = f'Content-Type: multipart/related; boundary="r"\n\n--r\n{page}\n--r--'
    mail = mail_of(part("Plain text of the mail."), related, kind="alternative")
    assert article_of(mail).text == "Ferry aground\n\nPlain text of the mail."


def test_of_a_mixed_mail_all_texts_are_read_in_order():
    mail = mail_of(
        part("<p>First.</p>", "text/html"),
        part("x", "image/png"),
        part("Second."),
        part("No.", more="Content-Disposition: attachment; filename=a.txt\n"),
    )
    assert article_of(mail).text == "Ferry aground\n\nFirst.\n\nSecond."


def test_parts_nest_and_may_end_at_any_depth():
    depth = 300
    head = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )
    assert article_of(f"{HEAD}{head}Content-Type: text/plain\n\n{STATEMENT}").text.endswith(
        STATEMENT
    )
    closed = f"{HEAD}{head}\n{STATEMENT}\n--b0\n\nLast.\n--b0--\n"
    assert article_of(closed).text.endswith(f"{STATEMENT}\n\nLast.")


def test_many_parts_are_bounded(monkeypatch):
    monkeypatch.setattr("newsreader.reading.mail.parts.MAX_PARTS", 3)
    mail = mail_of(*(part(f"Part {n}.") for n in range(9)))
    assert article_of(mail).text.endswith("Part 2.")


def test_a_boundary_of_a_part_that_is_over_is_text():
    inner = 'Content-Type: multipart/mixed; boundary="i"\n\n--i\n\nInner.\n--i--\n'
    text = article_of(mail_of(inner, part("Outer.\n--i\nstill outer."))).text
    assert text.startswith("Ferry aground\n\nInner.\n\nOuter.")
    assert "still outer." in text


def test_a_mail_without_text_is_told():
    with pytest.raises(SourceError, match="no text in this"):
        article_of("From: a@b.test\nMIME-Version: 1.0\nContent-Type: image/png\n\nxx")


@pytest.mark.parametrize(
    ("coding", "body", "text"),
    [
        ("base64", "V29y\nZHMu", "Words."),
        ("base64", "V29y*ZHMu=Q", "Words."),
        ("base64", "V29yZA=", "Word"),
        ("quoted-printable", "W=6Frds=2E =ZZ", "Words. =ZZ"),
        ("x-own", "Words.", "Words."),
    ],
)
def test_transfer_codings_as_far_as_they_go(coding, body, text):
    mail = f"From: a@b.test\nMIME-Version: 1.0\nContent-Transfer-Encoding: {coding}\n\n{body}"
    assert article_of(mail).text == text


@pytest.mark.parametrize(
    ("charset", "encoded"),
    [("x-unknown-9", "utf-8"), ("us-ascii", "cp1252"), ("iso-8859-1", "cp1252"),
     ("iso-8859-2", "iso-8859-2"), ("utf-16", "utf-16")],
)  # fmt: skip
def test_charsets(charset, encoded):
    head = f"From: a@b.test\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n"
    assert article_of(head.encode() + "Café Köln".encode(encoded)).text == "Café Köln"


def test_a_charset_of_seven_bits():
    head = b"From: a@b.test\nMIME-Version: 1.0\nContent-Type: text/plain; charset=ISO-2022-JP\n\n"
    assert article_of(head + "東京で地震".encode("iso2022_jp")).text == "東京で地震"


def test_flowed_lines_are_joined():
    kind = "text/plain; charset=utf-8; format=flowed"
    body = "The coastguard said \nall were safe.\n\n> quoted \n> lines\n\n-- \nThe desk"
    text = article_of(f"{HEAD}Content-Type: {kind}\n\n{body}").text
    assert "The coastguard said all were safe." in text
    assert "all were safe.\n\n" in text
    text = article_of(f"{HEAD}Content-Type: {kind}; delsp=yes\n\nGrenz \nwert\n").text
    assert text.endswith("Grenzwert")


# -- header ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (None, None),
        ("  ", None),
        ("Plain  words\there", "Plain words here"),
        ("=?utf-8?B?4pqhIFVQREFURQ==?=", "⚡ UPDATE"),
        ("=?utf-8?q?Caf=C3?= =?UTF-8?Q?=A9_now?= today", "Café now today"),
        ("Re: =?iso-8859-1?Q?K=F6ln?=: fire", "Re: Köln: fire"),
        ("=?windows-1252?Q?Desk’s_view?=", "Desk’s view"),
        ("=?no-such?Q?Caf=E9?=", "Café"),
        ("=?utf-8?B?V29yZ?=", "Wor"),
        ("=?u\0?Q?Caf=C3=A9?= =?idna?q?..?= =?utf-7?q?x?=", "Café..x"),
        ("=?utf-8?Q?broken", "=?utf-8?Q?broken"),
        ("a =?utf-8?q?b?= c =?utf-8?q?d?=", "a b c d"),
    ],
)
def test_words_of_a_field(field, said):
    assert words(field) == said


@pytest.mark.parametrize(
    ("field", "who"),
    [("Ann Example <a@b.test>", "Ann Example"), ("a@b.test", "a@b.test"), (None, None),
     ('"=?utf-8?Q?J=C3=B6rg?=" <j@b.test>', "Jörg"), ("nobody at all", "nobody at all"),
     ("<>", "<>"), ("a@b.test (Ann E)", "Ann E"), ("(" * 5000, None)],
)  # fmt: skip
def test_who_a_mail_is_from(field, who):
    assert sender(field) == who


@pytest.mark.parametrize(
    ("field", "when"),
    [("Wed, 05 Jan 2022 14:01:00 -0500 (EST)", "2022-01-05T14:01:00-05:00"),
     ("5 Jan 2022 14:01 -0000", "2022-01-05T14:01:00+00:00"), ("yesterday", None), (None, None),
     ("Wed, 45 Jan 2022 14:01:00 +0000", None), ("5 Jan 2022 14:01 +9999999", None)],
)  # fmt: skip
def test_when_a_mail_was_sent(field, when):
    found = sent(field)
    assert (found.isoformat() if found else None) == when


def test_the_identity_of_a_mail():
    assert identity(" <a/b c@d>") is None
    assert identity("x <a%b@d.test> y") == "mid:a%25b@d.test"


def test_heads_are_bounded(monkeypatch):
    monkeypatch.setattr("newsreader.reading.packs.heads.MAX_FIELDS", 3)
    monkeypatch.setattr("newsreader.reading.packs.heads.MAX_HEAD", 6)
    assert head_of(b"a: 1\nb: 234567\nc: 3\nd: 4\n\nbody") == (
        {"a": "1", "b": "234", "c": "3"}, 26,
    )  # fmt: skip
    assert head_of(b"--b", 3) == ({}, 3)


def test_the_lines_of_a_head():
    assert head_of(b"Subject: caf\xe9\n\n")[0] == {"subject": "café"}
    assert head_of(b"A: 1\n 2\n\t3\n: x\nno field\nA: 4\r\n\r\n")[0] == {"a": "1 2 3"}


def test_a_mail_that_was_passed_on_and_old_line_ends():
    inner = f"Content-Type: message/rfc822\n\n{HEAD}\n{STATEMENT}"
    assert article_of(mail_of(inner)).text == f"Ferry aground\n\n{STATEMENT}"
    assert article_of(f"{HEAD}\n{STATEMENT}".replace("\n", "\r")).text.endswith(STATEMENT)


# -- anything at all -------------------------------------------------------------------------

_PIECES = st.sampled_from([
    "From: a@b.test\n", "MIME-Version: 1.0\n", "Subject: =?utf-8?Q?=E2?=\n", "\n", "--b\n",
    "--b--\n",
    'Content-Type: multipart/alternative; boundary="b"\n', "Content-Type: text/html\n", "--c\n",
    "Content-Type: multipart/mixed; boundary=c\n", "Content-Transfer-Encoding: base64\n", "V29\n",
    "Date: Wed, 99 Jan\n", "<p>x</p>\n", "words \n", "Content-Type: text/plain; format=flowed\n",
])  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=9), max_size=30))
def test_any_mail_is_an_article_or_told(pieces):
    data = ("From: a@b.test\nMIME-Version: 1.0\n" + "".join(pieces)).encode("utf-8", "replace")
    try:
        [article] = parse(Raw("a.eml", "file:///a.eml", "a.eml", data), format="mail")
    except SourceError:
        return
    for block in article.blocks:
        assert article.text[block.start : block.end].strip()


@given(st.binary(max_size=400))
def test_leaves_never_fail(data):
    fields, at = head_of(b'Content-Type: multipart/x; boundary="-"\n\n' + data)
    for leaf in leaves(fields, data[at - 42 :]):
        assert isinstance(leaf.content, bytes)
        assert leaf.kind


def test_a_signature_is_no_statement():
    article = article_of(f"{HEAD}\n{STATEMENT}\n\n-- \nAnn Example\nNight desk\n")
    assert article.text.endswith("Ann Example\nNight desk")
    assert article.blocks[-1].kind is BlockKind.BYLINE
    assert len(split(article).statements) == 2
    kept = article_of(f"{HEAD}\nFirst.\n-- \n" + "Words that go on.\n" * 20)
    assert BlockKind.BYLINE not in {block.kind for block in kept.blocks}
    assert article_of(f"{HEAD}\n{STATEMENT}\n-- \n \n").blocks[-1].kind is not BlockKind.BYLINE


def test_what_a_newsletter_says_of_itself_is_no_statement():
    service = ["View this email in your browser", "Unsubscribe | Privacy policy", "Se désabonner",
               "Im Browser öffnen", "Trouble viewing this email? Click here."]  # fmt: skip
    said = [
        "Readers unsubscribe from the paper in their thousands.",
        "Contact us, the police said.",
    ]
    page = "".join(f"<p>{line}</p>" for line in [*service, *said])
    mail = f"{HEAD}Content-Type: text/html; charset=utf-8\n\n{page}"
    article = article_of(mail)
    found = split(article).statements
    assert [article.text[each.start : each.end] for each in found] == ["Ferry aground", *said]
    assert all(line in article.text for line in service)
    titled = article_of(f"{HEAD}\n{STATEMENT}".replace("Ferry aground", "Unsubscribe"))
    assert titled.title == "Unsubscribe"
    assert titled.blocks[0].kind is BlockKind.HEADING


def test_too_much_markup_names_the_limit(monkeypatch):
    monkeypatch.setattr("newsreader.reading.mail.page.MAX_TAGS", 10)
    with pytest.raises(SourceError, match="more than 10 tags, the most that are read"):
        article_of(mail_of(*[part("<p>a</p>" * 3, "text/html")] * 2))


def test_heads_of_parts_without_an_end_are_bounded():
    mail = f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n" + "--b\nX: y\n" * 3000
    parts = list(leaves(*_head_and_body(mail)))
    assert len(parts) == 1000
    assert sum(len(each.fields) for each in parts) <= 3000


def _head_and_body(mail):
    fields, at = head_of(mail.encode())
    return fields, mail.encode()[at:]
