"""What news agencies send to newsrooms: one module a format, all of them make the same item.

``item`` says what an agency states of a piece of news and puts it together as an article;
``ninjs``, ``newsml_g2``, ``newsml`` and ``nitf`` fill it in from IPTC's JSON and XML, ``dispatch``
from the wire text of the teleprinter age, whose frames ``framing`` knows and whose heads ``heads``.

What must stay true: the same piece of news in another version is the same story with another
text; what the agency tells newsrooms (slug, version, status, editors' notes) is a note, never a
statement; nothing is fetched.
"""
