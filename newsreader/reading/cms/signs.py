"""How the JSON of content systems is known: shapes, the more particular ones first.

What must stay true: the table of formats needs this, so it loads no parser.
"""

from __future__ import annotations

GUARDIAN = (
    "webTitle blocks.[].elements",
    "{}.webTitle {}.blocks.[].elements",
    "response.content.webTitle|content.webTitle",
    "response.results",
    "response.userTier",
    "response.status response.message",
    "webTitle apiUrl",
    "webTitle webUrl sectionId",
    "results.[].webTitle",
)
"""A page of the front end, also wrapped once; an answer of the content API, or an item of one."""

LIVE_BLOG = (
    "posts._items",
    "api_response.posts._items",
    "_items.[].groups _items.[].blog|_items.[].client_blog|_items.[].post_status",
)
"""A blog with its posts, or a list of posts alone."""

ANS = (
    "type=story version content_elements",
    "type=story headlines|canonical_url|content_elements",
    "type=redirect redirect_url",
    "operation story.type=story|body.type=story|story_id",
    "content_elements.[].headlines",
    "content_elements.[].type=story",
)
"""A story, what leads to another one, or a list of stories."""

BBC = (
    "data.liveTextStream|liveTextStream",
    "data.results.[].header.model|results.[].header.model",
    "data.article.content.model|data.article.content.blocks|data.content.model",
    "content.model.blocks metadata",
    "content.blocks metadata.locators",
)
"""A live page, the posts of one, or an article."""

REDDIT = (
    "kind=LiveUpdateEvent|[].kind=LiveUpdateEvent",
    "kind=Listing data.children",
    "[].kind=Listing",
)
"""A thread, a list of anything, or both."""

SCHEMA_ORG = ("@type|@graph|@context", "[].@type|[].@graph|[].@context")
"""Linked data of any kind."""
