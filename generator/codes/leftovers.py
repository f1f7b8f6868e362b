"""Nothing in, the codes of what programs that write text leave behind, and of what stands twice, out."""

from __future__ import annotations

from generator.codes.records import Code, Example, code

_BODY = "Oracle rents out capacity in Texas, and the lab that needs it pays by the year for as long as it lasts."
_AGAIN = "Introduction\n" + "\n".join(
    f"The {place} site has its own supply of power, and {firm} pays for the lines that lead there."
    for place, firm in (("first", "Oracle"), ("second", "Crusoe"), ("third", "Nscale"))
)

CODES = (
    code(
        "chat-leftover",
        "warning",
        "A line that talks to whoever asked for the article",
        """“Here is the article you asked for” at the top, or “let me know if you need changes” at the end, is not part
        of the article. It is left out of the page.""",
        f"Sure! Here is the article you asked for:\n\nIntroduction\n{_BODY}",
        f"Introduction\n{_BODY}",
    ),
    Code(
        "same-address",
        "error",
        "Two articles with one address",
        "The address of a page is made from the article's title, or from its `slug`. The article that comes later by"
        " its file name is left out until one of them has another.",
        (Example(f"A Title\n\n{_AGAIN}", "one.txt"), Example(f"A Title\n\nIntroduction\n{_BODY}", "two.txt")),
        (Example(f"A Title\n\n{_AGAIN}", "one.txt"), Example(f"Another Title\n\nIntroduction\n{_BODY}", "two.txt")),
    ),
)
