"""Nothing in, the codes of what is wrong with references out."""

from __future__ import annotations

from generator.codes.records import Code, Example, code

_TOP = "Introduction\nIt does.\nReferences\n"
_REPORT = "- A Report on Capacity - https://example.org/report"

CODES = (
    code(
        "unsafe-url",
        "error",
        "An address that no page may link to",
        """Links lead to http and https addresses. Others can run a script, open a program or read a file of the
        reader's, so the text stays and the link is left out.""",
        f"{_TOP}- A Report on Capacity - javascript:report()",
        f"{_TOP}{_REPORT}",
    ),
    code(
        "relative-link",
        "warning",
        "A link in the text to something that is not on the web",
        """The link names a file beside the article, or a path. The site has no such page, so the words stay and the
        link is left out. Give the whole address.""",
        "Introduction\nSee [the report](../report.pdf).",
        "Introduction\nSee [the report](https://example.org/report.pdf).",
    ),
    code(
        "unknown-number",
        "warning",
        "A number in the text that no reference has",
        """Where numbers such as `[2]` lead to the list of references, one that is not in it leads nowhere.""",
        "Introduction\nIt does [1], and did [3].\nReferences\n[1] A Report - https://example.org/report",
        "Introduction\nIt does [1], and did [1].\nReferences\n[1] A Report - https://example.org/report",
    ),
    code(
        "repeated-reference",
        "warning",
        "One work twice in an article's list",
        """The two entries have the same address, or the same title. `seedbed check --fix` takes the second one out
        where no number in the text depends on it.""",
        f"{_TOP}{_REPORT}\n- A Report on Capacity - http://www.example.org/report/",
        f"{_TOP}{_REPORT}",
    ),
    code(
        "no-address",
        "note",
        "A reference without an address, in a list with some",
        """A reader can follow the others. In a list without any address, nothing is said.""",
        f"{_TOP}{_REPORT}\n- A Study of Power",
        f"{_TOP}{_REPORT}\n- A Study of Power - https://example.org/power",
    ),
    code(
        "bare-address",
        "note",
        "A reference that is only an address",
        """The page shows words made from the address. A title tells more, and stays when the address is gone.""",
        f"{_TOP}- https://example.org/report",
        f"{_TOP}{_REPORT}",
    ),
    Code(
        "gone-address",
        "note",
        "A reference whose address was gone when it was last asked for",
        "`seedbed check-links` asks for every address and keeps the answers in `seeds/links.yml`. This page was not "
        "found, or its host is no more; the site says so beside the reference.",
        (
            Example(f"{_TOP}{_REPORT}"),
            Example('https://example.org/report: {gone: 2026-11-20, why: "404"}', "links.yml"),
        ),
        (Example(f"{_TOP}{_REPORT}"), Example("https://example.org/report: {seen: 2026-11-20}", "links.yml")),
    ),
)
