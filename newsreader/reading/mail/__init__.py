"""Mail: what an agency or a newsletter sends; each mail one article.

The header is read by few functions of the standard library, the parts by a walk of our own:
``email``'s own parser recurses as deep as the parts nest and reads each part as often.
"""
