"""Nothing in, the codes of what is wrong with tags out."""

from __future__ import annotations

from generator.codes.records import Example, code

_KNOWN = Example("Oracle: {kind: organization}\nCloud Computing: {kind: topic}", "vocabulary.yml")

CODES = (
    code(
        "no-tags",
        "warning",
        "No tags",
        """Tags are how a reader finds the article from a subject or a company, and what ties it to others.""",
        "Introduction\nOracle rents out capacity.",
        "Introduction\nOracle rents out capacity.\nTags\nOracle, Cloud Computing",
    ),
    code(
        "repeated-tag",
        "note",
        "A tag named twice in one article",
        """Case, spaces, hyphens and accents do not count, so the two are one tag.""",
        "Introduction\nIt does.\nTags\nCloud Computing, Oracle, cloud-computing",
        "Introduction\nIt does.\nTags\nCloud Computing, Oracle",
    ),
    code(
        "long-tag",
        "warning",
        "A tag as long as a sentence",
        """A tag has at most 80 characters. A longer one is most often a list without commas, and is left out.""",
        "Introduction\nIt does.\nTags\nOracle, Semiconductor manufacturing equipment Telecommunications Hyperscale"
        " Infrastructure",
        "Introduction\nIt does.\nTags\nOracle, Semiconductor manufacturing equipment, Telecommunications",
    ),
)
