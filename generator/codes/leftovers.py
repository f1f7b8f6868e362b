"""Nothing in, the codes of what programs that write text leave behind, and of what stands twice, out."""

from __future__ import annotations

from generator.codes.records import Code, Example, code

_BODY = "Oracle rents out capacity in Texas, and the lab that needs it pays by the year for as long as it lasts."
_AGAIN = "Introduction\n" + "\n".join(
    f"The {place} site has its own supply of power, and {firm} pays for the lines that lead there."
    for place, firm in (("first", "Oracle"), ("second", "Crusoe"), ("third", "Nscale"))
)
_TERMS = Example("OpenAI: {kind: organization}\nNvidia: {kind: organization}", "vocabulary.yml")
_PAID = "Introduction\nNvidia invested USD {} billion in OpenAI in May 2026."

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
    code(
        "chat-phrase",
        "warning",
        "Words of a chat in the middle of the text",
        """A program that writes text speaks of itself here, or to whoever asked it. It is part of the page until
        somebody takes it out. Words in quotes or in code are let be.""",
        f"Introduction\n{_BODY} As an AI language model, I cannot know later contracts.",
        f"Introduction\n{_BODY}",
    ),
    code(
        "generator-mark",
        "warning",
        "A mark that a program put where a source should be",
        """Such marks point at something that only the program saw; they lead a reader nowhere. `seedbed check --fix`
        takes them out. Give the source itself where the statement needs one.""",
        f"Introduction\n{_BODY} :contentReference[oaicite:0]{{index=0}}",
        f"Introduction\n{_BODY}",
    ),
    code(
        "tracked-address",
        "warning",
        "An address that tells which program found it",
        """`utm_source=chatgpt.com` and its like count clicks for somebody else; the address leads to the same page
        without them. `seedbed check --fix` takes them out.""",
        "Introduction\nIt does.\nReferences\n- A Report - https://example.org/report?utm_source=chatgpt.com",
        "Introduction\nIt does.\nReferences\n- A Report - https://example.org/report",
    ),
    code(
        "placeholder",
        "warning",
        "Something that was meant to be filled in",
        """`[Insert figure]`, `your-link-here`, `lorem ipsum`, an address at example.com, and the like stand for what
        the author meant to write.""",
        f"Introduction\n{_BODY} It costs [insert amount].",
        f"Introduction\n{_BODY} It costs $3 billion.",
    ),
    code(
        "secret",
        "warning",
        "Something that looks like a key or a password",
        """Private keys and access tokens have forms of their own. One that was published is known to everybody: take it
        out, and have it replaced. `--strict` publishes nothing with one in it.""",
        f"Introduction\n{_BODY}\n\n-----BEGIN PRIVATE KEY-----",
        f"Introduction\n{_BODY}",
    ),
    code(
        "repeated-paragraph",
        "warning",
        "The same paragraph twice",
        """Two paragraphs of an article say the same in the same words, or in almost the same. One of them was most
        often left by mistake.""",
        f"## Introduction\n{_BODY}\n\n## Conclusion\n{_BODY}",
        f"## Introduction\n{_BODY}\n\n## Conclusion\nThe contract ends in 2030.",
    ),
    Code(
        "similar-article",
        "warning",
        "Two articles with almost the same text",
        "Most of what one article says stands word for word in the other. One may be an older version, or a copy.",
        (Example(f"One\n\n{_AGAIN}", "one.txt"), Example(f"Two\n\n{_AGAIN}", "two.txt")),
        (Example(f"One\n\n{_AGAIN}", "one.txt"),),
    ),
    Code(
        "other-figure",
        "note",
        "Two articles that give sums which cannot both be right",
        "Both speak of one pair, one kind of tie and one date, and their sums do not meet, however they are hedged. One"
        " may be a slip, or of another part of the deal. The page Where reports differ shows them side by side.",
        (_TERMS, Example(_PAID.format(10), "one.txt"), Example(_PAID.format(30), "two.txt")),
        (_TERMS, Example(_PAID.format(10), "one.txt"), Example(_PAID.format("about 10"), "two.txt")),
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
