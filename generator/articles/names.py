"""A heading or front-matter key in, the role it names out: the words that authors use for the parts of an article."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.model import Role
from generator.text.nearest import Speller

ROLE_NAMES: dict[Role, tuple[str, ...]] = {
    "title": ("title", "article title", "headline", "page title", "seo title", "meta title"),
    "summary": (
        "summary", "executive summary", "article summary", "brief summary", "short summary", "summary paragraph",
        "abstract", "synopsis", "in summary", "tl dr", "tldr", "in brief", "in short", "key summary",
    ),
    "description": (
        "meta description", "metadescription", "meta desc", "seo description", "seo meta description",
        "page description", "search description",
    ),
    "tags": (
        "tags", "tag", "tag list", "article tags", "seo tags", "keywords", "keyword", "key words", "seo keywords",
        "meta keywords", "hashtags", "labels", "index terms", "categories",
    ),
    "references": (
        "reference links", "reference link", "reference list", "references", "reference", "refs", "sources", "source",
        "source links", "source list", "cited sources", "sources cited", "sources consulted", "links", "useful links",
        "external links", "related links", "further reading", "bibliography", "works cited", "citations",
        "article references", "references used", "resources", "literature",
    ),
    "authors": ("author", "authors", "written by", "byline"),
    "date": ("date", "published", "publication date", "date published", "published on", "publish date"),
}  # fmt: skip

BODY_NAMES = frozenset(
    (
        "introduction", "intro", "background", "overview", "context", "history", "analysis", "discussion",
        "conclusion", "conclusions", "implications", "implications and impact", "impact", "technical details",
        "technical overview", "details", "key takeaways", "takeaways", "key points", "key facts", "key figures",
        "key findings", "findings", "results", "methods", "methodology", "timeline", "outlook", "future outlook",
        "challenges", "risks", "opportunities", "market context", "what happened", "what comes next", "next steps",
        "why it matters", "recommendations", "limitations", "appendix", "notes", "metadata",
        "frequently asked questions", "faq", "lead", "body", "main text",
    )
)  # fmt: skip
"""Names of body sections common enough to be taken as headings on a line of their own."""

WORDS_OF_THEIR_OWN = frozenset("data dates label line lines link rate resource state tabs titled".split())
"""Words that are a slip away from a name, and mean something else."""

_BY_NAME: dict[str, Role] = {name: role for role, names in ROLE_NAMES.items() for name in names}
_SPELLER, _STRICT = Speller(_BY_NAME), Speller(_BY_NAME, most=1)
_NOT_WORD = re.compile(r"[\W_]+")
_ASIDE = re.compile(r"(?<=\w)\s*(?:\([^()]{0,60}\)|\[[^\[\]]{0,60}\])")  # Meta Description (155 characters)
_JOINED = re.compile(r" (?:and|or) ")
LONGEST_NAME = 160
"""Signs that a name may have with what stands around it. Most lines of an article are longer, and no name."""


@lru_cache(maxsize=1 << 14)
def normal_name(text: str) -> str:
    """A name without case, punctuation, a leading `the` or a trailing `section`: `TL;DR:` gives `tl dr`."""
    text = _ASIDE.sub("", unicodedata.normalize("NFKC", text)).replace("&", " and ")
    words = _NOT_WORD.sub(" ", text).casefold().split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[-1] in ("section", "list") and " ".join(words) not in _BY_NAME:
        words = words[:-1]
    return " ".join(words)


def role_of(text: str) -> Role:
    """The role that a name stands for: `Sources & References` is `references`; anything unknown is `body`."""
    if len(text) > LONGEST_NAME:
        return "body"
    name = normal_name(text)
    if name in _BY_NAME:
        return _BY_NAME[name]
    parts = {_BY_NAME.get(part, "body") for part in _JOINED.split(name)}
    return parts.pop() if len(parts) == 1 else "body"


def is_known(text: str) -> bool:
    """Whether a line that is nothing but this name is a heading wherever it stands."""
    return len(text) <= LONGEST_NAME and (role_of(text) != "body" or normal_name(text) in BODY_NAMES)


def is_wrapper(text: str) -> bool:
    """Whether a heading only announces labels such as `Tags:` below it, and says nothing itself."""
    return normal_name(text) in ("metadata", "meta data", "seo", "seo metadata", "article metadata", "meta information")


@lru_cache(maxsize=1 << 12)
def nearest_name(text: str, strict: bool = False) -> str:
    """The known section name that a misspelt one most likely means, or nothing: `Refrence Links`, `Reference Links`.

    A long name may have two slips, or one if `strict`.
    """
    name = normal_name(text)
    if name in WORDS_OF_THEIR_OWN or is_known(text):
        return ""
    return (_STRICT if strict else _SPELLER).nearest(name).title()
