"""Nothing in, the codes of what is wrong with tags out."""

from __future__ import annotations

from generator.codes.records import Code, Example, code

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
        "blank-tag",
        "error",
        "A tag that nobody can see",
        """The tag has only signs that leave the paper white, such as an empty Braille cell. It is left out.""",
        "Introduction\nIt does.\nTags\nOracle, \u2800",
        "Introduction\nIt does.\nTags\nOracle, Braille",
    ),
    code(
        "sign-tag",
        "warning",
        "A tag without a letter or digit",
        """Signs alone give a page no name that could be found or linked. The tag is left out.""",
        "Introduction\nIt does.\nTags\nOracle, =",
        "Introduction\nIt does.\nTags\nOracle, Equality",
    ),
    code(
        "look-alike-tag",
        "warning",
        "A tag with letters that look like others",
        """Some Cyrillic and Greek letters look like Latin ones. A tag with them looks like another tag, and is not: it
        has a page of its own, and a search for it in Latin letters finds nothing. The two are not made one.""",
        "Introduction\nIt does.\nTags\nOracle, \u0410I",
        "Introduction\nIt does.\nTags\nOracle, AI",
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
    Code(
        "unknown-tag",
        "note",
        "A tag that the vocabulary lacks",
        "The tag works all the same, as a topic. An entry in the vocabulary says what it is, and folds its spellings."
        " It is told once, where it stands first, and only in a folder with a vocabulary.",
        (Example("Introduction\nIt does.\nTags\nOracle, Power Plants"), _KNOWN),
        (
            Example("Introduction\nIt does.\nTags\nOracle, Power Plants"),
            Example(f"{_KNOWN.text}\nPower Plants: {{kind: topic}}", "vocabulary.yml"),
        ),
    ),
    Code(
        "similar-tag",
        "warning",
        "A tag that is almost another one",
        "The two differ in a plural or one letter, and each has a page of its own. Write them alike, or make one an"
        " alias of the other in the vocabulary; if they are two, give each an entry there.",
        (Example("Introduction\nIt does.\nTags\nOracle, Cloud Computnig"), _KNOWN),
        (Example("Introduction\nIt does.\nTags\nOracle, Cloud Computing"), _KNOWN),
    ),
    Code(
        "tag-spellings",
        "note",
        "A tag spelt in several ways",
        "Spellings that differ in case, spaces, hyphens or accents are one tag, called by the spelling found first. An"
        " entry in the vocabulary settles its name.",
        (
            Example("One\n\nIntroduction\nIt does.\nTags\nPower Plants", "one.txt"),
            Example("Two\n\nIntroduction\nIt does.\nTags\npower-plants", "two.txt"),
        ),
        (
            Example("One\n\nIntroduction\nIt does.\nTags\nPower Plants", "one.txt"),
            Example("Two\n\nIntroduction\nIt does.\nTags\nPower Plants", "two.txt"),
        ),
    ),
)
