"""Lines of an article in, blocks of safe HTML out: Markdown with raw HTML off, links vetted, and no word dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.markup.brackets import skip_bracket
from generator.markup.inline import flatten_stress, link_texts, mark_sentences, picture_text, read_address, visible_text
from generator.markup.paragraphs import PLAIN, Habit, to_markdown
from generator.markup.plain import plain_tokens
from generator.model import Block, BlockKind, Line, Sentence
from generator.text import collapse, shorten
from generator.text.urls import safe_url

_KINDS: dict[str, BlockKind] = {
    "bullet_list": "list",
    "ordered_list": "list",
    "table": "table",
    "blockquote": "quote",
    "fence": "code",
    "code_block": "code",
}
_LABEL = 80
"""The longest name of a table, in characters."""
_ALIGNED = re.compile(r"text-align:(\w+)")


def render_blocks(
    lines: Sequence[Line],
    habit: Habit = PLAIN,
    numbers: frozenset[int] = frozenset(),
    anchors: dict[str, int] | None = None,
) -> tuple[Block, ...]:
    """The blocks of a section. `[n]` becomes a link to the reference list where `numbers` holds n.

    Every sentence gets an id; `anchors` counts the ids given so far on the page, so that none is given twice.
    """
    source, origin = to_markdown(lines, habit)
    tokens = _tokens(source, {"numbers": numbers, "anchors": {} if anchors is None else anchors})
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
            blocks.append(Block(kind, html, visible_text(group), number, _sentences(group)))
    return tuple(blocks)


def _tokens(source: str, env: dict[str, Any]) -> list[Token]:
    plain = plain_tokens(source)
    if plain is None:
        return _parser().parse(source, env)
    state = StateCore(source, _parser(), env, plain)
    mark_sentences(state)
    return state.tokens


def _sentences(tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    return tuple(sentence for token in tokens if token.type == "inline" for sentence in token.meta.get("sentences", ()))


def plain_text(text: str) -> str:
    """What a reader sees of one line of Markdown: `**Bold** [link](https://x.org)` gives `Bold link`."""
    if not any(sign in text for sign in "*_`[\\&<~!"):
        return collapse(text)
    return collapse(visible_text(_parser().parseInline(collapse(text), {"numbers": frozenset()})))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough; no raw HTML, no link definitions, no headings, no images."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}, renderer_cls=_Renderer)
    parser.enable(["table", "strikethrough"]).disable(["html_block", "html_inline", "reference", "lheading"])
    parser.validateLink = lambda url: bool(safe_url(url, mail=True))  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: safe_url(url, mail=True) or url  # type: ignore[method-assign]
    parser.inline.ruler.before("escape", "address", read_address)
    parser.inline.ruler.before("link", "bracket", skip_bracket)
    parser.core.ruler.push("stress", flatten_stress)
    parser.core.ruler.push("links", link_texts)
    parser.core.ruler.push("sentences", mark_sentences)
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
        text = escape(picture_text(token))
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
        names = _column_names(tokens, idx)
        label = f"Table: {names}" if names else "Table"
        region = Markup('<div class="sb-scroll" role="group" aria-label="{}" tabindex="0"><table>\n')
        return str(region.format(label))

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A cell above a column; one without words names nothing, and is no head."""
        return _aligned("th" if tokens[idx + 1].content else "td", tokens[idx])

    def th_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</th>\n" if tokens[idx - 1].content else "</td>\n"

    def td_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return _aligned("td", tokens[idx])


def _column_names(tokens: Sequence[Token], start: int) -> str:
    """What the head of the table that opens at `start` says, by which its region is known."""
    names: list[str] = []
    while tokens[start].type != "thead_close":
        if tokens[start].type == "inline":
            names.append(visible_text([tokens[start]]).strip())
        start += 1
    return shorten(", ".join(filter(None, names)), _LABEL)


def _aligned(tag: str, token: Token) -> str:
    """A cell that is aligned by a class, because a page allows no inline style."""
    found = _ALIGNED.search(str(token.attrs.get("style", "")))
    return f'<{tag} class="sb-{found[1]}">' if found else f"<{tag}>"
