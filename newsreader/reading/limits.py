"""Every bound of the reading layer in one place, each named in the error that it causes.

What must stay true: whatever is read costs time and memory linear in at most
:data:`MAX_BYTES` and :data:`MAX_LINES`; no shape of input may reach a parser that is worse.
"""

from __future__ import annotations

MAX_BYTES = 20_000_000
"""Largest input that is read, in bytes."""

MAX_LINES = 200_000
"""Most lines that are read, blank ones among them: each may be a statement, a kilobyte of memory.

A novel has ten thousand, the longest live pages some thousands."""

MAX_NESTING = 12
"""Quotation and list marks in a row that still count as structure; deeper is only text."""

MAX_INLINE = 20_000
"""Code points of one Markdown paragraph whose links and emphasis are still looked for."""

MAX_INLINE_MARKS = 500
"""Brackets, stars, backticks ... of one Markdown paragraph that are still looked at as marks."""

MAX_HEADLINE = 150
"""Code points that a headline may have; a longer first line is body text."""

MAX_ATTRIBUTES = 500
"""Attributes of one HTML tag that are looked at; the rest are passed over."""

MAX_DATA = 2_000_000
"""Code points of one JSON-LD block that are parsed."""

MAX_ENTRIES = 5_000
"""Entries of one live page that are looked for."""

MAX_TAGS = 100_000
"""Tags of one HTML page: ten times the largest real page seen, and read in some two seconds."""

MAX_FEED_TAGS = 500_000
"""Tags in the bodies of all entries of one feed, each of them with at most :data:`MAX_TAGS`."""

MAX_DEPTH = 200
"""Levels to which JSON may nest."""

MAX_XML_DEPTH = 256
"""Levels to which XML may nest: the bound of libxml2 itself."""

MAX_DOCUMENTS = 10_000
"""JSON documents in one file that are read."""

MAX_ELEMENTS = 500_000
"""Elements of one XML file."""

MAX_PACK = 5_000_000_000
"""Largest gzip, zip, WARC or mailbox file, in bytes; it is read piece by piece."""

MAX_PACKED = 4
"""Packs in packs that are opened: a mailbox in a gzip file in a zip file is three."""

MAX_RATIO = 100
"""How many times its own size what is packed may come to. Text is packed four- to twentyfold."""

MIN_UNPACKED = 2_000_000
"""Bytes that may come out of what is packed, however small it is."""

MAX_MEMBERS = 100_000
"""Files, records or mails in one pack."""

MAX_DIRECTORY = 15_000_000
"""Bytes of the list of files in a zip file."""

MAX_HEAD = 65_536
"""Bytes of the header fields of a WARC record, an HTTP answer or a mail."""

MAX_FIELDS = 1_000
"""Lines of such header fields."""

MAX_PARTS = 1_000
"""Parts of one mail."""

MAX_ADDRESS = 4_000
"""Code points of an address that is fetched."""

MAX_REDIRECTS = 5
"""Redirects that are followed, each checked as the first address was."""

MAX_SECONDS = 20
"""Seconds in which a page must have come, all redirects among them."""

MAX_MESSAGES = 2_000
"""Messages or items of one transmission of a news agency that are read."""

MAX_RENDITIONS = 50
"""Renderings of one text, in other formats or sizes, that are tried for its words."""

MAX_WORKING = 60
"""Seconds of computing that one of many inputs may take; those above keep it within two."""
