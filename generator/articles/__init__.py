"""A file in, an Article out: everything it says on its own, with a problem for each thing it says wrongly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from generator.articles.bylines import split_names
from generator.articles.citations import read_citations
from generator.articles.evidence import find_evidence
from generator.articles.fields import first_field
from generator.articles.names import normal_name
from generator.articles.sections import split_sections
from generator.articles.seeds import read_seed
from generator.articles.tags import check_tag, clean_tag, read_tags
from generator.articles.titles import derive_title, title_from_file
from generator.markup import plain_text, render_blocks
from generator.markup.paragraphs import Habit, read_habit
from generator.markup.pointers import check_pointers
from generator.model import (
    Article,
    Block,
    BodySection,
    Citation,
    Evidence,
    Field,
    Line,
    Place,
    Problem,
    Problems,
    Role,
    Section,
    Seed,
    Source,
    TagMention,
)
from generator.text import collapse, count_words, fold, shorten, slug, unique, unquote
from generator.text.dates import read_date
from generator.text.sketches import sketch_text
from generator.vocabulary import NO_VOCABULARY, Vocabulary

DESCRIPTION_LENGTH = 160
"""Characters that search engines show of a meta description."""


def read_article(
    source: Source, entry: Sequence[Field] = (), vocabulary: Vocabulary = NO_VOCABULARY
) -> tuple[Article | None, Problems]:
    """The article in a file with what its sentences state, or None with the error that leaves it out.

    `entry` is what the catalog says of the file; it wins over front matter, and front matter over the text.
    """
    article, problems = read_text(source, entry)
    if article is None:
        return None, problems
    evidence = find_evidence(article.title, article.sections, article.summary, vocabulary)
    return replace(_without_sentences(article), evidence=place_evidence(article, evidence)), problems


def place_evidence(article: Article, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The same evidence, with the lines of the article's blocks in which it stands."""
    lines = {one.anchor: block.line for block in _blocks(article) for one in block.sentences}
    return tuple(replace(one, line=lines[one.anchor]) for one in evidence)


def _blocks(article: Article) -> tuple[Block, ...]:
    return (*article.summary, *(block for section in article.sections for block in section.blocks))


def _without_sentences(article: Article) -> Article:
    def kept(blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(replace(block, sentences=()) for block in blocks)

    sections = tuple(replace(section, blocks=kept(section.blocks)) for section in article.sections)
    return replace(article, summary=kept(article.summary), sections=sections)


def read_text(source: Source, entry: Sequence[Field] = ()) -> tuple[Article | None, Problems]:
    """As `read_article`, but for what the sentences state, which takes as long as all the rest."""
    seed, problems = read_seed(source)
    if seed is None:
        return None, problems
    sections, found = split_sections(seed)
    problems += found
    fields = (*entry, *seed.fields)
    if not fields and all(section.role == "body" and not section.title for section in sections):
        message = "this text has no title and no section that an article has"
        hint = "begin with a title line, and put headings such as Introduction, Summary and Tags on lines of their own"
        return None, (*problems, Problem(Place(source.path), "no-sections", message, hint))
    return _Reader(seed, sections, fields, problems).article()


class _Reader:
    """One article while it is read: its parts, and the problems so far."""

    def __init__(self, seed: Seed, sections: Sequence[Section], fields: Sequence[Field], problems: Problems) -> None:
        self.seed = seed
        self.place = Place(seed.path)
        self.sections = sections
        self.fields = fields
        self.problems = list(problems)
        self.anchors: dict[str, int] = {}
        self.habit: Habit = read_habit([s.lines for s in sections if s.role in ("body", "summary")])

    def article(self) -> tuple[Article, Problems]:
        """The article, with what its text does not say derived from what it does."""
        citations = self._citations()
        numbers = frozenset(citation.number for citation in citations)
        texts = [section.lines for section in self.sections if section.role in ("body", "summary")]
        self.problems += check_pointers(texts, numbers, self.seed.path)
        body = self._body(numbers)
        summary = self._summary(numbers)
        description = self._description(summary, body)
        title, derived = self._title(description, summary, body)
        chosen = first_field(self.fields, "slug")
        article = Article(
            id=PurePosixPath(self.seed.path).stem,
            path=self.seed.path,
            title=title,
            title_derived=derived,
            slug=slug(chosen.value if chosen else title),
            slug_chosen=bool(chosen) or not derived,
            description=description,
            summary=summary,
            date=self._date(),
            authors=self._authors(),
            tags=self._tags(),
            citations=citations,
            sections=body,
            evidence=(),
            former_slugs=tuple(dict.fromkeys(slug(f.value) for f in self.fields if f.name == "former_slugs")),
            place=self.place,
            sketch=sketch_text(block.text for section in body for block in section.blocks),
        )
        return article, tuple(sorted(set(self.problems)))

    def _report(self, place: Place, code: str, message: str, hint: str, width: int = 0) -> None:
        self.problems.append(Problem(place, code, message, hint, width))

    def _of_role(self, role: Role) -> list[Section]:
        return [section for section in self.sections if section.role == role]

    def _text(self, role: Role) -> str:
        """The text of the first section of a role, as plain text on one line."""
        section = next((section for section in self._of_role(role) if section.lines), None)
        return plain_text(" ".join(line.text for line in section.lines)) if section else ""

    def _title(self, description: str, summary: Sequence[Block], body: Sequence[BodySection]) -> tuple[str, bool]:
        field = first_field(self.fields, "title")
        given = collapse(field.value) if field else self._text("title")
        if given:
            return given, False
        texts = [description, *(block.text for block in summary)]
        texts += [block.text for section in body for block in section.blocks if block.kind == "paragraph"]
        heading = next((section.title for section in self._of_role("title") if not section.lines), "")
        if heading:  # a work called "Title"
            return heading, False
        hint = "put a title on the first line, or `title:` in the front matter or the catalog"
        title = next((title for text in texts if (title := derive_title(text))), "")
        if title:
            self._report(self.place, "derived-title", f"the article has no title; its page is called “{title}”", hint)
            return title, True
        title = title_from_file(self.seed.path)
        message = f"the article has no title, and no sentence to make one of; its page is called “{title}”"
        self._report(self.place, "file-title", message, hint)
        return title, True

    def _description(self, summary: Sequence[Block], body: Sequence[BodySection]) -> str:
        field = first_field(self.fields, "description")
        given = unquote(plain_text(field.value) if field else self._text("description"))
        self._check_single("description", field)
        if len(given) > DESCRIPTION_LENGTH:
            message = f"the meta description has {len(given)} characters"
            self._report(self._past(field), "long-description", message, f"search engines show {DESCRIPTION_LENGTH}")
        if given:
            return given
        texts = [block.text for block in summary]
        texts += [block.text for section in body for block in section.blocks if block.kind == "paragraph"]
        derived = shorten(next((text for text in texts if text), ""), DESCRIPTION_LENGTH)
        hint = f"add a Meta Description of at most {DESCRIPTION_LENGTH} characters"
        message = "the article has no meta description" + ("; its summary stands in for it" if summary else "")
        self._report(self.place, "no-description", message, hint)
        return derived

    def _past(self, field: Field | None) -> Place:
        """Where a meta description goes on beyond what search engines show."""
        if field:
            return field.place
        left = DESCRIPTION_LENGTH
        lines = next(section.lines for section in self._of_role("description") if section.lines)
        for line in lines:
            if len(line.text) > left:
                return Place(self.seed.path, line.number, line.column + left)
            left -= len(line.text) + 1
        return Place(self.seed.path, lines[-1].number, lines[-1].column)

    def _summary(self, numbers: frozenset[int]) -> tuple[Block, ...]:
        field = first_field(self.fields, "summary")
        if field:
            self._check_single("summary", field)
            return render_blocks(
                (Line(field.place.line, field.value, field.place.column),), self.habit, numbers, self.anchors
            )
        section = next((section for section in self._of_role("summary") if section.lines), None)
        self._check_single("summary")
        if section:
            return render_blocks(section.lines, self.habit, numbers, self.anchors)
        self._report(self.place, "no-summary", "the article has no summary", "add a section called Summary")
        return ()

    def _check_single(self, role: Role, field: Field | None = None) -> None:
        """A second summary or description is an error that names both; its text stays on the page.

        Where the two have different names, such as Abstract and Summary, or one is front matter, it is a note.
        """
        sections = [section for section in self._of_role(role) if section.lines]
        first = field.place.line if field else sections[0].place.line if sections else 0
        for extra in sections if field else sections[1:]:
            same = not field and normal_name(extra.title) == normal_name(sections[0].title)
            message = f"“{extra.title}” is a second {role}; the first is in line {first}"
            self._report(extra.place, f"{'repeated' if same else 'other'}-{role}", message, "make one of them")
            break

    def _body(self, numbers: frozenset[int]) -> tuple[BodySection, ...]:
        """The body sections; a summary or description beyond the first is one of them."""
        sections: list[BodySection] = []
        seen = {field.name for field in self.fields if field.name in ("summary", "description")}
        for section in self.sections:
            extra = section.role in ("summary", "description") and section.role in seen and bool(section.lines)
            if section.lines:
                seen.add(section.role)
            if section.role != "body" and not extra:
                continue
            blocks = render_blocks(section.lines, self.habit, numbers, self.anchors)
            words = sum(count_words(block.text) for block in blocks)
            anchor = unique(_anchor(section.title), self.anchors)
            sections.append(BodySection(section.title, anchor, section.level, blocks, words, section.place))
        return tuple(sections)

    def _tags(self) -> tuple[TagMention, ...]:
        values = [field for field in self.fields if field.name == "tags"]
        if len(values) == 1:
            given = list(self._tags_of([Line(values[0].place.line, collapse(values[0].value), values[0].place.column)]))
        else:
            given = [TagMention(clean_tag(field.value) or collapse(field.value), field.place) for field in values]
        wrong = {mention: problem for mention in given if (problem := check_tag(mention))}
        self.problems += wrong.values()
        given = [mention for mention in given if mention not in wrong]
        lines = [line for section in self._of_role("tags") for line in (*section.lines, Line(0, ""))]
        written = self._tags_of(lines)
        tags: dict[str, TagMention] = {}
        for mention in (*given, *written):
            tags.setdefault(fold(mention.name), mention)
        if not tags:
            hint = "add a section called Tags: one line, with commas"
            self._report(self.place, "no-tags", "the article has no tags", hint)
        return tuple(tags.values())

    def _tags_of(self, lines: Sequence[Line]) -> tuple[TagMention, ...]:
        tags, problems = read_tags(lines, self.seed.path)
        self.problems += problems
        return tags

    def _citations(self) -> tuple[Citation, ...]:
        citations: list[Citation] = []
        listed = [f for f in self.fields if f.name == "references"]
        groups = [(section.title, section.lines) for section in self._of_role("references")]
        if listed:
            lines = tuple(Line(f.place.line, f"- {collapse(f.value)}", f.place.column) for f in listed)
            groups.insert(0, ("References", lines))
        for title, lines in groups:
            found, problems = read_citations(lines, title, self.seed.path, len(citations) + 1)
            citations += found
            self.problems += problems
        return _numbered(citations)

    def _date(self) -> str:
        field = first_field(self.fields, "date")
        section = next((section for section in self._of_role("date") if section.lines), None)
        text = field.value if field else self._text("date")
        place = field.place if field else section.place if section else self.place
        if not text:
            return ""
        found = read_date(text)
        if not found:
            hint = "write it as 2026-05-03"
            self._report(place, "bad-date", f"“{shorten(text, 40)}” is not a date", hint)
        return found

    def _authors(self) -> tuple[str, ...]:
        given = [*(f.value for f in self.fields if f.name == "authors"), self._text("authors")]
        return tuple(dict.fromkeys(name for text in given for name in split_names(text)))


def _anchor(title: str) -> str:
    """The id of a section, made from its heading alone; the prefix keeps it apart from every id of the theme."""
    return f"s-{slug(title) if title else 'text'}"


def _numbered(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations with numbers that are all different: as labelled where that is so, else from 1."""
    numbers = [citation.number for citation in citations]
    if len(set(numbers)) == len(numbers):
        return tuple(citations)
    return tuple(replace(citation, number=number) for number, citation in enumerate(citations, 1))
