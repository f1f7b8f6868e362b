"""Nothing in, the signs by which a program that wrote a text is known, out."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern, the code of what it finds, and the words of which one is in every text that has it, in lower case.

    A pattern sees straight apostrophes, and a space where the text has a single line end.
    """

    code: str
    triggers: tuple[str, ...]
    pattern: re.Pattern[str]


def _phrase(triggers: str, pattern: str) -> Sign:
    return Sign("chat-phrase", tuple(triggers.split("|")), re.compile(pattern, re.I | re.M))


_AT_START = r"(?:^[ \t>*_-]*|(?<=[.!?] ))"
_TEXT_OF = r"(?:version|section|article|paragraph|introduction|conclusion|text|draft|summary|rewrite|piece|overview)"
PHRASES = (
    _phrase(
        "as an ai|as a language model|large language model|as an artificial",
        r"\bas an? (?:large |advanced |helpful )?(?:ai|artificial intelligence|language)"
        r"(?: language)?(?: (?:model|assistant|chatbot))?,? (?:i|my)\b",
    ),  # As an AI language model, I
    _phrase(
        "my knowledge|my training|my last|my latest|my most recent",
        r"\bmy (?:knowledge cut-?off|training (?:data|cut-?off)|(?:last|latest|most recent) (?:knowledge )?"
        r"(?:update|training))\b",
    ),  # my knowledge cutoff
    _phrase(
        "sorry|apologi",
        r"\bi(?:'m| am)? (?:sorry|apologi[sz]e)(?:,? but i (?:can(?:'t|not)|am|don't|do not)"
        r"| for (?:the|any) (?:confusion|inconvenience|oversight|error|mistake))\b",
    ),  # I'm sorry, but I can't
    _phrase(
        "hope this|hope that|hope the",
        r"\bi hope (?:this|that|these|the)(?: \w+){0,3} (?:helps?|is helpful|are helpful|meets?|clarif\w+|answers?)\b",
    ),  # I hope this overview helps
    _phrase(
        "absolutely|certainly|sure!|sure,|sure.|sure:|sure here|sure below|sure i|sure thing|of course|question"
        "|understood|got it|happy to help",
        _AT_START + r"(?:absolutely|certainly|sure(?: thing)?|of course|(?:great|good|excellent) question|understood"
        r"|got it|happy to help)"
        r"(?:!|[,.:]? (?:(?:here|below)(?:'s| is| are) (?:the|an?|your|some)|i(?:'ve| have|'ll))\b)",
    ),  # Certainly! Here is
    _phrase(
        "let me know|feel free",
        r"\b(?:(?:just |please )?let me know (?:if|what|how|whether) (?:you|there|this|i)"
        r"|feel free to (?:ask|let me|reach out|modify|adjust|edit))\b",
    ),  # Let me know if you
    _phrase(
        "like me to|want me to|anything else",
        r"\b(?:(?:would you like|do you want) me to|is there anything else (?:you|i|that))\b",
    ),  # Would you like me to
    _phrase(
        "i can't|i cannot|i am unable|i am not able|i do not have|i don't have",
        r"\bi (?:can(?:'t|not)|am (?:unable|not able) to|do(?: not|n't) have)(?: \w+){0,3}? (?:browse|real[- ]time"
        r"|access to|personal opinions|(?:financial|investment|legal|medical) advice)\b",
    ),  # I cannot browse
    _phrase(
        "here is|here's|here are|below is|below are",
        _AT_START + r"(?:here|below)(?:'s| is| are) (?:the|a|an|your)(?: more)? (?:revised|rewritten|updated|improved"
        r"|polished|expanded|concise|shorter|shortened|corrected|edited|requested|detailed|final)"
        rf"(?: \w+){{0,3}}? {_TEXT_OF}\b",
    ),  # Here is the revised paragraph
    _phrase(
        "i've|i have",
        r"\bi(?:'ve| have) (?:kept|structured|written|rewritten|revised|updated|added|included|expanded|drafted|made"
        r"|ensured|incorporated|removed|adjusted|formatted)\b[^.!?\n]{0,80}\b(?:you|your|tone|word count|guidelines"
        r"|as requested|seo)\b",
    ),  # I've structured the piece according to your guidelines
    _phrase(
        "said:|regenerate|copy code",
        r"^[ \t>*_#]*(?:(?:chatgpt|claude|gemini|copilot|grok|assistant|you) said:|regenerate response$|copy code$)",
    ),  # ChatGPT said:
)

_KINDS = (
    r"(?:search|news|view|fetch|image|file|academia|product|reddit|youtube|video|finance|forecast|sports|maps|business"
    r"|click|open|find|time|calculator)"
)
_TURN = rf"(?:cite|navlist|filecite)?(?:[\ue200-\ue20f]*turn\d{{1,3}}{_KINDS}\d{{1,3}})+[\ue200-\ue20f]*"


def _mark(triggers: str, pattern: str) -> Sign:
    return Sign("generator-mark", tuple(triggers.split()), re.compile(pattern, re.I))


MARKS = (
    _mark("oaicite", r":contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[?\boaicite:\d+\]?(?:\{index=\d+\})?"),
    _mark("oai_citation", r"\[oai_citation\w*:\d+‡[^\]\n]*\]"),
    _mark("†", r"【\d+(?::\d+)?†[^】\n]{0,80}】"),  # 【4†source】
    _mark("\ue200", r"\ue200[^\ue201\n]{0,200}\ue201"),
    _mark(" ".join(f"turn{digit}" for digit in range(10)), rf"(?<![^\W\d_]){_TURN}(?!\w)"),  # turn0search1
    _mark("[cite", r"\[cite_(?:start|end)\]|\[cite: ?\d[\d, ]*\]"),
    _mark("grok:", r"<grok:[^<>\n]{0,200}>(?:[^<>\n]{0,200}</grok:\w+>)?|</grok:\w+>"),
    _mark(
        "[web: [file: [attached_file: [memory: [source: [page:",
        r"\[(?:web|(?:attached_)?file|memory|source|page):\d+\]",
    ),
    _mark("<|", r"<\|(?:endoftext|im_start|im_end|eot_id|begin_of_text|end_of_text)\|>"),
    _mark("antartifact antthinking <think </think", r"</?(?:antArtifact|antThinking|think)\b[^<>\n]{0,200}>"),
    _mark("attributableindex", r"\(\{\"attribution\":\{\"attributableIndex\":\"[^\"\n]{0,20}\"\}\}\)"),
)

_BLANK = (
    r"date|month|year|amount|number|percentage|company|company name|name|link|url|source|author|author name|title"
    r"|publication|publication name|your name|your company|city|country|placeholder|tbd|todo|xx+"
)


def _filler(triggers: str, pattern: str, flags: int = re.I) -> Sign:
    return Sign("placeholder", tuple(triggers.split("|")), re.compile(pattern, flags))


FILLERS = (
    _filler(
        "[insert|[add|[enter|[fill|[your|[replace",
        r"\[(?:insert|add|enter|fill in|replace with)\b[^\]\n]{1,60}\](?![(\[])|\[your [^\]\n]{1,40}\](?![(\[])",
    ),  # [Insert figure]
    _filler(
        "|".join(f"[{word}" for word in _BLANK.removesuffix("+").split("|")),
        rf"\[(?:{_BLANK})(?:(?:,| or| and|/) ?(?:{_BLANK}))?\](?![(\[:])",
    ),  # [Company Name]
    _filler("<insert|<add|<enter|<your", r"<(?:insert|add|enter|your)\b[^<>\n]{1,60}>"),  # <insert date here>
    _filler("{{", r"\{\{ ?[\w .-]{1,40} ?\}\}"),  # {{company_name}}
    _filler("lorem ipsum|dolor sit amet", r"\blorem ipsum\b|\bdolor sit amet\b"),
    _filler(" needed]", r"\[(?:citation|source|reference|clarification|verification) needed\]"),
    _filler(
        "example.com|your-|your_|"
        + "|".join(f"your{word}" for word in "website site domain company link url blog brand".split()),
        r"https?://(?:[\w-]+\.)*(?:example\.com\b|your-?(?:web)?(?:site|domain|company|link|url|blog|brand)(?:-?name)?\."
        r"\w+)[^\s()<>\]]*|(?<![\w/-])your[-_](?:link|url|source)(?:[-_]here)?(?![\w-])",
    ),  # https://example.com/price
    _filler("_here|-here", r"\b(?:url|link|source|text|insert)(?:[-_]\w{1,20}){0,2}[-_]here\b"),  # INSERT_LINK_HERE
    _filler(
        "$x|€x|£x|xx",
        r"[$€£]X{1,3}(?: (?:billion|million|trillion)|bn|[BM])?\b|\bX{2,3} ?(?:%|percent\b|billion\b|million\b)"
        r"|\b20XX\b|\b20\d\d-XX(?:-XX)?\b",
        0,
    ),  # $XX million
    _filler("todo|fixme|tktk", r"\b(?:TODO|FIXME)\b(?=[:(]| [a-z])|\bTKTK\b", 0),  # TODO: add a source
    _filler("tbd", r"(?:(?<=\bis )|(?<=\bare )|(?<=: )|(?<=\())TBD\b(?!'s|[- ]\w)", 0),  # The price is TBD.
)

_VALUE = r"=[^&#\s<>()\[\]\"']*"
TRACKED = Sign("tracked-address", ("utm_",), re.compile(rf"[?&]utm_\w+{_VALUE}(?:&utm_\w+{_VALUE})*"))
"""All the parameters that count clicks, where one of them is of a program that writes text."""
UTM = re.compile(r"utm_source=(?:www\.)?(?:chatgpt|openai|perplexity|claude|copilot|gemini|grok|deepseek|bing-?chat)\b")

SECRETS = (
    Sign("secret", ("private key",), re.compile(r"-----BEGIN (?:[A-Z]{1,9} ){0,2}PRIVATE KEY(?: BLOCK)?-----")),
    Sign("secret", ("akia", "asia"), re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b")),
    Sign("secret", ("gho_", "ghp_", "ghr_", "ghs_", "ghu_"), re.compile(r"\bgh[oprsu]_[A-Za-z0-9]{36,255}\b")),
    Sign("secret", ("github_pat_",), re.compile(r"\bgithub_pat_\w{22,255}\b")),
    Sign("secret", ("xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-"), re.compile(r"\bxox[abprs]-[\w-]{10,255}")),
    Sign("secret", ("aiza",), re.compile(r"\bAIza[\w-]{35}\b")),
    Sign("secret", ("sk-",), re.compile(r"\bsk-(?:[a-z]{2,8}-)?[A-Za-z0-9_]{32,255}\b")),
    Sign("secret", ("eyj",), re.compile(r"\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,2000}\.[\w-]{10,2000}")),
)
"""Keys and tokens, by the forms that their makers gave them."""
