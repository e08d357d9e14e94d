"""XML from anywhere: mended and made harmless (``source``), parsed once (``tree``).

What must stay true: no entity of a document's own is ever expanded, no DTD read, nothing fetched or
included; linear time; the only error is a :class:`~newsreader.errors.SourceError`.
"""
