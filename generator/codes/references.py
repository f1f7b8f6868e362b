"""Nothing in, the codes of what is wrong with references out."""

from __future__ import annotations

from generator.codes.records import code

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
)
