"""Nothing in, the codes of what is wrong in front matter, the catalog and the vocabulary out."""

from __future__ import annotations

from generator.codes.records import Code, Example, code

_BODY = "## Introduction\nOracle rents out capacity."
_VOCABULARY = "vocabulary.yml"

CODES = (
    code(
        "yaml",
        "error",
        "YAML that cannot be read",
        """Front matter, the catalog and the vocabulary are `key: value` lines. A value with a colon or another special
        sign goes into quotes; anchors, aliases and tags of YAML are not read; a key stands once.""",
        "OpenAI: {kind: organization\nOracle: {kind: organization}",
        "OpenAI: {kind: organization}\nOracle: {kind: organization}",
        _VOCABULARY,
    ),
    code(
        "toml",
        "error",
        "Front matter in TOML that cannot be read",
        """What stands between two lines of `+++` is TOML: `key = "value"` lines. Nothing of it is used until it is
        right.""",
        f"+++\ntitle = Oracle\n+++\n{_BODY}",
        f'+++\ntitle = "Oracle"\n+++\n{_BODY}',
    ),
    code(
        "front-matter-open",
        "error",
        "Front matter without an end",
        """The first line is `---`, and `key: value` lines follow, but no second `---` ends them.""",
        f"---\ntitle: Oracle as a Landlord\n{_BODY}",
        f"---\ntitle: Oracle as a Landlord\n---\n{_BODY}",
    ),
    code(
        "front-matter-yaml",
        "warning",
        "Front matter read line by line",
        """A value has a colon or another sign that means something in YAML. What each line says was taken as it stands;
        quotes around the value make it certain.""",
        f"---\ntitle: Oracle: a landlord\n---\n{_BODY}",
        f'---\ntitle: "Oracle: a landlord"\n---\n{_BODY}',
    ),
    code(
        "unknown-key",
        "note",
        "A key that is not used",
        """Other programs may need it, so it may stay. The hint names the keys that mean something here.""",
        f"---\nlayout: post\n---\n{_BODY}",
        f"---\ntitle: Oracle as a Landlord\n---\n{_BODY}",
    ),
    code(
        "misspelt-key",
        "warning",
        "A key that is one slip away from one with a meaning",
        """What it says is not used. `seedbed check --fix` puts the key right.""",
        f"---\ntitel: Oracle as a Landlord\n---\n{_BODY}",
        f"---\ntitle: Oracle as a Landlord\n---\n{_BODY}",
    ),
    code(
        "no-mapping",
        "error",
        "An entry that is not `key: value`",
        """The vocabulary gives each term a mapping, such as `{kind: topic}`, and so does the catalog for each file. A
        list or a plain value says nothing there.""",
        "Oracle: [organization, Oracle Corporation]",
        "Oracle: {kind: organization, aliases: [Oracle Corporation]}",
        _VOCABULARY,
    ),
    Code(
        "gone-article",
        "warning",
        "An article that was published, and is no more",
        "The ledger has its address, and no article is there or came from its file. The page there says that it was"
        " withdrawn. Say in the ledger where the address leads, or that it is gone on purpose.",
        (Example(_BODY), Example("articles/oracle-as-a-landlord/: oracle.txt", "ledger.yml")),
        (Example(_BODY), Example("articles/oracle-as-a-landlord/: gone", "ledger.yml")),
    ),
    code(
        "no-address-of-page",
        "error",
        "An entry of the ledger that is no address of a page",
        """Addresses are paths within the site and end in a slash. The entry is passed over.""",
        "../elsewhere/: oracle.txt",
        "articles/oracle-as-a-landlord/: gone",
        "ledger.yml",
    ),
    Code(
        "unknown-file",
        "warning",
        "An entry of the catalog for an article that is not there",
        "The catalog names articles by their file, with or without its suffix.",
        (Example(_BODY), Example("artikel.txt: {title: Oracle as a Landlord}", "catalog.yml")),
        (Example(_BODY), Example("article.txt: {title: Oracle as a Landlord}", "catalog.yml")),
    ),
    Code(
        "same-file",
        "error",
        "Two entries of the catalog for one article",
        "One names the file with its suffix, the other without. The first is used.",
        (Example(_BODY), Example("article: {title: Oracle}\narticle.txt: {date: 2026-05-03}", "catalog.yml")),
        (Example(_BODY), Example("article.txt: {title: Oracle, date: 2026-05-03}", "catalog.yml")),
    ),
    code(
        "same-term",
        "error",
        "One spelling for two terms",
        """Case, spaces, hyphens, dots and accents do not count, so the two are one name. The first entry has it.""",
        "Oracle: {kind: organization, aliases: [ORCL]}\nOrcl: {kind: topic}",
        "Oracle: {kind: organization, aliases: [ORCL]}",
        _VOCABULARY,
    ),
    code(
        "unknown-kind",
        "error",
        "A kind that is none",
        """A term is an organization, project, place, technology, topic, person or policy. It is taken for a topic until
        then.""",
        "Oracle: {kind: firm}",
        "Oracle: {kind: organization}",
        _VOCABULARY,
    ),
    code(
        "unknown-parent",
        "error",
        "A parent that is no term",
        """`parent` names the broader term, by its name or an alias; that needs an entry of its own.""",
        "Stargate UAE: {kind: project, parent: Stargate}",
        "Stargate: {kind: project}\nStargate UAE: {kind: project, parent: Stargate}",
        _VOCABULARY,
    ),
    code(
        "circular-parent",
        "error",
        "A term above itself",
        """Following `parent` from term to term leads back to where it began. The term is shown without a parent.""",
        "Cloud: {parent: Computing}\nComputing: {parent: Cloud}",
        "Cloud: {parent: Computing}\nComputing: {kind: topic}",
        _VOCABULARY,
    ),
)
