"""Lines of an article in, blocks of safe HTML out: Markdown with raw HTML off, links vetted, and no word dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.lines import BULLET, NUMBER, Kind, is_terminated, line_kinds, runs_on, wrap_width
from generator.model import Block, BlockKind, Line, Sentence
from generator.sentences import sentence_anchor, sentence_spans
from generator.text import collapse, unique
from generator.urls import URL, safe_url, trim_url

MAX_DEPTH = 8
"""Lists and quotes nested deeper than this are shown at this depth."""

_KINDS: dict[str, BlockKind] = {
    "bullet_list": "list",
    "ordered_list": "list",
    "table": "table",
    "blockquote": "quote",
    "fence": "code",
    "code_block": "code",
}
_NESTING = re.compile(r"[ \t]*(?:(?:[-*+>•]|\d{1,9}[.)])[ \t]*)+")  # > > - - 1. text
_MARKER = re.compile(r"[-*+>•]|\d{1,9}[.)]")
_INDENT = re.compile(r"[ \t]+")
_CODE_SIGNS = re.compile(r"[{}=<>\\|@`]|\w\(|;\s*$|::|->|^\s*(?:\$ |>>>|#)", re.M)
_NUMBERED_REFERENCE = re.compile(r"\[\^?(\d{1,3}(?:[ \t]*[,;][ \t]*\d{1,3}){0,20})\]")  # [1], [^1], [1, 3]
_SCHEME = re.compile(r"(?<![A-Za-z0-9])https?$", re.I)
_LABEL = re.compile(r"[ \t]*[^\W_][\w .’'-]{0,30}:[ \t]")  # 2019: The first site opens.
_YEAR = re.compile(r"[ \t]*\d{4,9}(?=[.)][ \t])")  # 2029. That is the year of the plan.
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\*(?=\d)")
_EMPTY_TABLE_CELL = re.compile(r"(?<!\\)\|")
_ALIGNED = re.compile(r"text-align:(\w+)")


@dataclass(frozen=True, slots=True)
class Habit:
    """How an article uses line ends: the column it is wrapped at (0: not wrapped), and whether blank lines part its
    paragraphs, so that a single line end means nothing.
    """

    width: int = 0
    spaced: bool = False


PLAIN = Habit()


def read_habit(sections: Sequence[Sequence[Line]]) -> Habit:
    """The habit that the sections of one article show together."""
    lines = [line for section in sections for line in (*section, Line(0, ""))]
    kinds = [line_kinds(section) for section in sections]
    width = wrap_width(lines, [kind for section in kinds for kind in (*section, "blank")])
    return Habit(width, any(_is_spaced(section) for section in kinds))


def render_blocks(
    lines: Sequence[Line],
    habit: Habit = PLAIN,
    numbers: frozenset[int] = frozenset(),
    anchors: dict[str, int] | None = None,
) -> tuple[Block, ...]:
    """The blocks of a section. `[n]` becomes a link to the reference list where `numbers` holds n.

    Every sentence gets an id; `anchors` counts the ids given so far on the page, so that none is given twice.
    """
    source, origin = _to_markdown(lines, habit)
    tokens = _parser().parse(source, {"numbers": numbers, "anchors": {} if anchors is None else anchors})
    blocks: list[Block] = []
    start = 0
    for index, token in enumerate(tokens):
        if token.level or token.nesting > 0:
            continue
        group = tokens[start : index + 1]
        start = index + 1
        first = group[0]
        kind = _KINDS.get(first.type.removesuffix("_open"), "paragraph")
        html = Markup(_parser().renderer.render(group, _parser().options, {}))  # noqa: S704 # raw HTML is off
        number = origin[first.map[0]] if first.map and first.map[0] < len(origin) else 0
        if first.type != "hr":
            blocks.append(Block(kind, html, _visible_text(group), number, _sentences(group)))
    return tuple(blocks)


def _sentences(tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    return tuple(sentence for token in tokens if token.type == "inline" for sentence in token.meta.get("sentences", ()))


def plain_text(text: str) -> str:
    """What a reader sees of one line of Markdown: `**Bold** [link](https://x.org)` gives `Bold link`."""
    if not any(sign in text for sign in "*_`[\\&<~!"):
        return collapse(text)
    return collapse(_visible_text(_parser().parseInline(collapse(text), {"numbers": frozenset()})))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough; no raw HTML, no link definitions, no headings, no images."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}, renderer_cls=_Renderer)
    parser.enable(["table", "strikethrough"]).disable(["html_block", "html_inline", "reference", "lheading"])
    parser.validateLink = lambda url: bool(safe_url(url, mail=True))  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: safe_url(url, mail=True) or url  # type: ignore[method-assign]
    parser.inline.ruler.before("escape", "address", _read_address)
    parser.core.ruler.push("links", _link_texts)
    parser.core.ruler.push("sentences", _mark_sentences)
    return parser


class _Renderer(RendererHTML):
    """HTML for tokens, with what an article may not decide settled here: headings, images, alignment, links."""

    def heading_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "<p><strong>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</strong></p>\n"

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A picture elsewhere is a link to it: reading a page asks no other host for anything."""
        token = tokens[idx]
        text = escape(_picture_text(token))
        return str(Markup('<a href="{}" rel="noopener">{}</a>').format(token.attrs.get("src", ""), text))

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token = tokens[idx]
        if not str(token.attrs.get("href", "")).startswith("#"):
            token.attrs["rel"] = "noopener"
        return self.renderToken(tokens, idx, options, env)

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token = tokens[idx]
        info = collapse(token.info)
        label = Markup('<span class="sb-code-label">{}</span>').format(info) if info else Markup("")
        return str(Markup("<pre>{}<code>{}</code></pre>\n").format(label, token.content))

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return '<div class="sb-scroll" role="group" aria-label="Table" tabindex="0"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return _aligned(tokens[idx])

    td_open = th_open


def _aligned(token: Token) -> str:
    """A cell that is aligned by a class, because a page allows no inline style."""
    found = _ALIGNED.search(str(token.attrs.get("style", "")))
    return f'<{token.tag} class="sb-{found[1]}">' if found else f"<{token.tag}>"


def _picture_text(token: Token) -> str:
    return collapse(_visible_text(token.children or [])) or "picture"


def _read_address(state: StateInline, silent: bool) -> bool:
    """A bare web address, before anything in it is taken for emphasis."""
    if not state.src.startswith("://", state.pos) or state.linkLevel > 0:
        return False
    scheme = _SCHEME.search(state.src[max(state.pos - 6, 0) : state.pos])
    if not scheme:
        return False
    start = state.pos - len(scheme[0])
    found = URL.match(state.src, start)
    address = trim_url(found[0]) if found else ""
    href = safe_url(address)
    if not href or start + len(address) <= state.pos:
        return False
    if not silent:
        state.pending = state.pending[: len(state.pending) - len(scheme[0])]
        state.push("link_open", "a", 1).attrs = {"href": href}
        state.push("text", "", 0).content = address
        state.push("link_close", "a", -1)
    state.pos = start + len(address)
    return True


def _link_texts(state: StateCore) -> None:
    """Make links of addresses without a scheme, and of `[n]` where the article has a reference n."""
    numbers: frozenset[int] = state.env.get("numbers", frozenset())
    for token in state.tokens:
        children = token.children or []
        if token.type != "inline" or not any(
            t.type in ("image", "link_open") or "www." in t.content or "[" in t.content for t in children
        ):
            continue
        linked: list[Token] = []
        depth = 0
        empty = False
        for child in children:
            depth += child.nesting if child.type in ("link_open", "link_close") else 0
            if child.type == "link_open" and not child.attrs.get("href"):
                empty = True  # [words]() leads nowhere
            elif child.type == "link_close" and empty:
                empty = False
            elif child.type == "image" and depth:
                linked.append(_text(_picture_text(child)))
            else:
                linked += [child] if child.type != "text" or depth else _split_links(child, numbers)
        token.children = linked


def _split_links(token: Token, numbers: frozenset[int]) -> list[Token]:
    text = token.content
    spans: list[tuple[int, int, str, str]] = []
    for found in URL.finditer(text):
        address = trim_url(found[0])
        if href := safe_url(address):
            spans.append((found.start(), found.start() + len(address), href, address))
    for found in _NUMBERED_REFERENCE.finditer(text):
        if found[1].isdigit() and int(found[1]) in numbers:
            spans.append((found.start(), found.end(), f"#ref-{int(found[1])}", f"[{found[1]}]"))
            continue
        for number in re.finditer(r"\d+", found[1]):
            if int(number[0]) in numbers:
                start, end = (found.start(1) + at for at in number.span())
                spans.append((start, end, f"#ref-{int(number[0])}", number[0]))
    result: list[Token] = []
    end = 0
    for start, stop, href, shown in sorted(spans):
        if start < end:
            continue
        result += [_text(text[end:start]), Token("link_open", "a", 1, attrs={"href": href})]
        result += [_text(shown), Token("link_close", "a", -1)]
        end = stop
    return [*result, _text(text[end:])]


def _mark_sentences(state: StateCore) -> None:
    """Put each sentence of running text into an element with an id; one that ends amid a link goes on after it."""
    anchors: dict[str, int] | None = state.env.get("anchors")
    if anchors is None:
        return
    for token in state.tokens:
        if token.type == "inline" and token.children:
            parts = _sentence_parts(token.children)
            marked: list[Token] = []
            sentences: list[Sentence] = []
            for part in parts:
                text = collapse(_visible_text(part))
                if text:
                    anchor = unique(sentence_anchor(text), anchors)
                    sentences.append(Sentence(anchor, text))
                    part = [Token("span_open", "span", 1, attrs={"id": anchor}), *part, Token("span_close", "span", -1)]
                marked += part
            token.children = marked
            token.meta["sentences"] = tuple(sentences)


def _sentence_parts(children: Sequence[Token]) -> list[list[Token]]:
    """The tokens of a paragraph, one list a sentence. Only plain text outside links and emphasis is divided."""
    text = _visible_text(children)
    cuts = [end for _, end in sentence_spans(text)][:-1]
    parts: list[list[Token]] = [[]]
    at = depth = 0
    for child in children:
        depth += child.nesting
        shown = _visible_text([child])
        if child.type == "text" and depth == 0:
            rest, start = child.content, at
            for cut in [cut for cut in cuts if at < cut <= at + len(shown)]:
                parts[-1].append(_text(rest[: cut - start]))
                rest, start = rest[cut - start :], cut
                parts.append([])
            if rest:
                parts[-1].append(_text(rest))
        else:
            parts[-1].append(child)
            if depth == 0 and at + len(shown) in cuts and shown:
                parts.append([])
        at += len(shown)
    return [part for part in parts if part]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _visible_text(tokens: Sequence[Token]) -> str:
    """The words that a reader sees, on one line a block."""
    parts: list[str] = []
    for token in tokens:
        if token.children is not None:
            parts.append(_visible_text(token.children))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        else:
            parts.append(token.content)
        if token.block and token.nesting <= 0:
            parts.append(" ")
    return "".join(parts) if parts and not tokens[0].block else collapse("".join(parts))


def _to_markdown(lines: Sequence[Line], habit: Habit) -> tuple[str, list[int]]:
    """Markdown that says by blank lines what the article says by its line ends, and the line number of each line."""
    kinds = line_kinds(lines)
    columns = _table_columns(lines, kinds)
    code = _code_lines(lines, kinds)
    out: list[str] = []
    origin: list[int] = []
    for index, line in enumerate(lines):
        kind = kinds[index]
        before = kinds[index - 1] if index else "blank"
        if index and _breaks(lines[index - 1].text, before, line.text, kind, habit):
            out.append("")
            origin.append(line.number)
        text = line.text
        if kind == "fence":
            text = "\\" + text.lstrip()
        elif kind == "table":
            text = _padded(text, columns[index])
        elif kind not in ("code", "blank"):
            text = _tame(text, index in code)
        out.append(text)
        origin.append(line.number)
    return "\n".join(out), origin


def _is_spaced(kinds: Sequence[Kind]) -> bool:
    """Whether blank lines part the paragraphs, so that a single line end means nothing."""
    return any(
        kinds[index] == "blank" and kinds[index - 1] == "text" and kinds[index + 1] == "text"
        for index in range(1, len(kinds) - 1)
    )


def _breaks(before: str, kind_before: Kind, text: str, kind: Kind, habit: Habit) -> bool:
    """Whether a new block starts on this line although no blank line stands before it."""
    if kind == "item" and kind_before in ("text", "quote"):
        return True
    if kind == "table" and kind_before not in ("table", "blank"):
        return True
    if kind != "text" or kind_before not in ("text", "item", "quote", "table"):
        return False
    if kind_before == "table":
        return True
    if text[:1].isspace() and kind_before == "item":
        return False
    if runs_on(before, text, habit.width):
        return False
    labelled = bool(_LABEL.match(before) and _LABEL.match(text))
    return not habit.spaced or labelled or (kind_before != "text" and is_terminated(before))


def _tame(text: str, code: bool) -> str:
    """A line that CommonMark nests no deeper than MAX_DEPTH, and takes for code only if it looks like code."""
    indent = text[: len(text) - len(text.lstrip())]
    if bullet := BULLET.match(text):
        text = f"{indent}{bullet[1] if (bullet[1] or '•') in '-*+' else '-'} {text[bullet.end() :]}"
    elif (number := NUMBER.match(text)) and text.lstrip().startswith("("):
        text = f"{indent}{number[1]}) {text[number.end() :]}"
    elif year := _YEAR.match(text):
        text = f"{year[0]}\\{text[year.end() :]}"
    text = _BETWEEN_DIGITS.sub(r"\\*", text)
    expanded = text.expandtabs(4)
    depth = len(expanded) - len(expanded.lstrip())
    if depth >= 4 and not code:
        nested = BULLET.match(text) or NUMBER.match(text)
        text = " " * (min(depth, 2 * MAX_DEPTH) if nested else 3) + expanded.lstrip()
    prefix = _NESTING.match(text)
    if prefix and len(markers := list(_MARKER.finditer(prefix[0]))) > MAX_DEPTH:
        cut = markers[MAX_DEPTH].start()
        text = text[:cut] + "\\" + text[cut:]
    return text


def _code_lines(lines: Sequence[Line], kinds: Sequence[Kind]) -> set[int]:
    """The lines of indented paragraphs that have the signs of code in them; others are prose with an indent."""
    found: set[int] = set()
    paragraph: list[int] = []
    for index in range(len(lines) + 1):
        if index < len(lines) and kinds[index] != "blank" and lines[index].text.startswith(("    ", "\t")):
            paragraph.append(index)
            continue
        if paragraph and (paragraph[0] == 0 or kinds[paragraph[0] - 1] == "blank"):
            text = "\n".join(lines[at].text for at in paragraph)
            if _CODE_SIGNS.search(text) and not _lists(lines, kinds, paragraph[0]):
                found.update(paragraph)
        paragraph = []
    return found


def _lists(lines: Sequence[Line], kinds: Sequence[Kind], index: int) -> bool:
    """Whether the last line before this one that is not blank belongs to a list."""
    before = next((at for at in range(index - 1, -1, -1) if kinds[at] != "blank"), None)
    return before is not None and (kinds[before] == "item" or lines[before].text.startswith(" "))


def _table_columns(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[int]:
    """For a table's header and the line below it, the number of cells in the widest row; 0 for every other line.

    CommonMark drops the cells past the header's.
    """
    columns = [0] * len(lines)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and kinds[end] == "table":
            end += 1
        widest = max((_cells(line.text) for line in lines[start:end]), default=0)
        columns[start : min(start + 2, end)] = [widest] * min(2, end - start)
        start = max(end, start + 1)
    return columns


def _cells(text: str) -> int:
    return len(_EMPTY_TABLE_CELL.split(text.strip().strip("|")))


def _padded(text: str, columns: int) -> str:
    """A row with as many cells as its table's widest one."""
    missing = columns - _cells(text)
    if missing <= 0:
        return text
    filler = " --- |" if re.fullmatch(r"[\s|:-]+", text) else " |"
    return text.rstrip().removesuffix("|") + " |" + filler * missing
