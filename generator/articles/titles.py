"""The first sentences of an article in, a title for it out, where it has none of its own."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from generator.text import collapse

MAX_LENGTH = 80
MIN_LENGTH = 24
_LOOK = 600

_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\b(?:Inc|Ltd|U\.S|U\.K)\.)(?<!\b(?:Mr|Ms|Dr|St|No|vs|Co)\.)(?<!\bCorp\.)\s+(?=[A-Z0-9“\"])"
)
_FRAME = re.compile(
    r"(?:this|the|our) (?:article|report|analysis|piece|paper|post|overview|summary|note)\s+"
    r"(?:explores|examines|discusses|describes|analy[sz]es|covers|outlines|reviews|looks at|explains|summari[sz]es"
    r"|traces|details|presents|provides an overview of|gives an overview of)\s+(?:how\s+)?"
    r"|(?:learn|discover|find out|explore|read)"
    r"\s+(?:about\s+|how\s+)?|an? (?:overview|analysis|look|examination) (?:of|at)\s+",
    re.I,
)  # This article examines how …
_STRONG = re.compile(
    r"[,;:](?=\s)|\s[–—-](?=\s)|\s(?=(?:by|through|while|as|amid|which|after|before|because|following|according"
    r"|including|thereby|although|whereas|since|despite|unless|until)\s)",
    re.I,
)
_WEAK = re.compile(r"\s(?=(?:and|or|to|for|with|in|on|from|under|over|that|at|into|using|via)\s)", re.I)
_HANGING = re.compile(r"(?:\s+(?:a|an|the|of|and|or|to|for|with|in|on|its|their|is|are|by|as|at|from|that))+$", re.I)
_NOT_ID = re.compile(r"^(?:\d+[-_. ]*)?(?:[0-9a-f]{8,})?[-_. ]*")


def derive_title(text: str) -> str:
    """The main clause of a text's first sentence, at most MAX_LENGTH characters, or nothing if it has too few words.

    `OpenAI is reducing its dependence on Azure by moving to others, notably …` gives
    `OpenAI is reducing its dependence on Azure`.
    """
    sentence = _SENTENCE_END.split(collapse(text[:_LOOK]), maxsplit=1)[0].rstrip(".:;, ")
    framed = _FRAME.match(sentence)
    sentence = sentence[framed.end() :] if framed else sentence
    if len(sentence.split()) < 3:
        return ""
    sentence = sentence[0].upper() + sentence[1:]
    clause = _cut(sentence, _STRONG, first=True)
    if len(clause) > MAX_LENGTH:
        clause = _cut(clause, _WEAK, first=False)
    if len(clause) > MAX_LENGTH:
        clause = clause[: clause.rfind(" ", 0, MAX_LENGTH)] + "…" if " " in clause[:MAX_LENGTH] else clause[:MAX_LENGTH]
    return _closed(_HANGING.sub("", clause.rstrip(" ,;:–—-")))


def title_from_file(path: str) -> str:
    """A title from a file's name: `seeds/012_nvidia-and_coreweave.txt` gives `Nvidia and coreweave`."""
    stem = PurePosixPath(path).stem
    words = collapse(re.sub(r"[-_.]+", " ", _NOT_ID.sub("", stem, count=1))) or collapse(stem.replace("_", " "))
    return words[:1].upper() + words[1:] if any(sign.isalnum() for sign in words) else "Untitled"


def _cut(text: str, boundary: re.Pattern[str], first: bool) -> str:
    """The text up to a boundary that leaves MIN_LENGTH to MAX_LENGTH characters: the first such, or the last."""
    ends = [found.start() for found in boundary.finditer(text) if _is_balanced(text[: found.start()])]
    fitting = [end for end in ends if MIN_LENGTH <= end <= MAX_LENGTH]
    if not fitting or (first and len(text) <= MAX_LENGTH and fitting[0] < len(text) // 2):
        return text if len(text) <= MAX_LENGTH or not fitting else text[: fitting[-1]]
    return text[: fitting[0] if first else fitting[-1]]


def _is_balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def _closed(text: str) -> str:
    """The text without a bracket that is opened and never closed."""
    return (
        text if _is_balanced(text) else text[: max(text.rfind("("), text.rfind("“"), text.rfind('"'))].rstrip() or text
    )
