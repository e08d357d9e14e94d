"""What of a page changes by itself, and what is news."""

import pytest

from newsreader.language.furniture import same_but_furniture

PAGE = (
    "Ferry aground off Port Ellis\n\n{}\n\nForty people were on board, 3 hours ago.\n\nMore soon."
)

FURNITURE = [
    ("3 hours ago", "4 hours ago"),
    ("just now", "1 min ago"),
    ("Updated 3 hours ago", "Updated 4 hours ago"),
    ("Last updated: about an hour ago", "Last updated: 2 hours ago"),
    ("By Ana Sol, 12 min ago", "By Ana Sol, 1 hour ago"),
    ("By Ana Sol · 12m ago", "By Ana Sol · an hour ago"),
    ("Ana Sol, Port Ellis – 59 minutes ago", "Ana Sol, Port Ellis – 2 hrs ago"),
    ("4h ago14.05 GMT", "5h ago14.05 GMT"),
    ("1h 20m ago", "1h 40m ago"),
    ("12 minutes ago · Harbour", "13 minutes ago · Harbour"),
    ("1,234 views", "1,301 views"),
    ("1.2k views · 56 comments", "1.3k views · 60 comments"),
    ("56 comments | 12 shares", "57 comments | 12 shares"),
    ("3 hours ago · 1 204 views", "4 hours ago · 1 300 views"),
    ("Comments (56)", "Comments (57)"),
    ("Views: 1,204", "Views: 1,205"),
    ("212 people watching now", "198 people watching now"),
    ("", "1 comment"),
    ("vor 3 Stunden", "vor 4 Stunden"),
    ("Aktualisiert vor einer Stunde", "Aktualisiert vor 2 Stunden"),
    ("24 Kommentare", "25 Kommentare"),
    ("il y a 5 minutes", "il y a une heure"),
    ("Mis à jour il y a 5 min", "Mis à jour il y a 2 h"),
    ("hace 3 horas", "hace un día"),
    ("Publicado há 3 horas", "Publicado há 4 horas"),
    ("3 ore fa", "4 ore fa"),
    ("5 uur geleden", "6 uur geleden"),
    ("12 345 просмотров", "12 401 просмотр"),
]

NEWS = [
    ("Six people were hurt.", "Sixty people were hurt."),
    ("The blast was 3 hours ago.", "The blast was 4 hours ago."),
    ("The ferry ran aground 3 hours ago", "The ferry ran aground 4 hours ago"),
    (
        "The last boat left an hour ago, police said.",
        "The last boat left 2 hours ago, police said.",
    ),
    ("12 dead", "13 dead"),
    ("Dead: 12", "Dead: 13"),
    ("Yes 41,234 votes", "Yes 41,300 votes"),
    ("41,234 votes", "41,300 votes"),
    ("14 hurt · 3 hours ago", "15 hurt · 3 hours ago"),
    ("Updated 14:05", "Updated 14:20"),
    ("Updated 3 hours ago", "Updated 14:20"),
    ("12 views of the harbour", "13 views of the harbour"),
    ("Reading: 3 books", "Reading: 4 books"),
    ("2 likes 1 in the cup", "3 likes 1 in the cup"),
    ("1,234 views", "1,234 views\n\nOne person has died."),
    ("By Ana Sol, 12 min ago", "By Ben Sol, 12 min ago"),
    ("The ship was seen 3 hours ago · police", "The ship was seen 4 hours ago · police"),
]


@pytest.mark.parametrize(("before", "after"), FURNITURE)
def test_what_changes_by_itself_says_nothing_new(before, after):
    assert same_but_furniture(PAGE.format(before), PAGE.format(after))


@pytest.mark.parametrize(("before", "after"), NEWS)
def test_what_somebody_wrote_is_news(before, after):
    assert not same_but_furniture(PAGE.format(before), PAGE.format(after))


def test_a_text_of_nothing_else_is_not_told_from_another():
    assert not same_but_furniture("3 hours ago", "4 hours ago")
    assert not same_but_furniture("", "")


def test_paragraphs_that_are_parted_are_news():
    assert not same_but_furniture("One.\nTwo.", "One.\n\nTwo.")
    assert same_but_furniture("One.\n\n5 views\n\nTwo.", "One.\n\nTwo.")


def test_lines_made_to_be_slow_are_not():
    for piece in ("1 ", "1,", "3 h ", "1 views ", "a · ", "1 hour ago ", "updated "):
        text = "\n".join([piece * (118 // len(piece))] * 300)
        assert same_but_furniture(text, text) in {True, False}
        assert not same_but_furniture(text, f"{text}\nOne has died.")
