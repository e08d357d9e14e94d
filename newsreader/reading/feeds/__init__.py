"""Feeds to articles: RSS, RDF and Atom (``syndicated``), JSON Feed, and lists of feeds (OPML).

Each names the fields of its entries (``entry.Entry``); ``stories`` makes of them one story per
entry, with a revision for each text that stands under one identity.

What must stay true: nothing is fetched; what an entry says of itself never reaches beyond it: ids
that are no addresses count within their feed only.
"""
