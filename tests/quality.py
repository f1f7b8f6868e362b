"""Labelled articles and sentences in, the precision, recall and F1 of each finder out: `make quality`.

The labels say what a careful reader finds in an article's body and summary; `tests/labels/README.md` says how. The
finders may be tuned on all of them but `held-out` and `unseen`, which only measure.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.articles import read_article
from generator.files import read_sources
from generator.model import Article, Fact, Source, Tie
from generator.text import slug
from generator.vocabulary import Vocabulary, read_vocabulary

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "tests" / "labels"
REAL = ("press",)
"""Sentences about real deals; the others have invented names."""
UNDIRECTED = ("joint_venture", "partnership")
Pair = tuple[str, str]
Found = tuple[Counter[Any], Counter[Any]]


@dataclass(frozen=True)
class Labelled:
    """An article as it is read, what its labels say, and the vocabulary of both."""

    article: Article
    labels: dict[str, Any]
    vocabulary: Vocabulary

    def slug(self, name: str) -> str:
        """The slug of the term that a name means, or its own."""
        term = self.vocabulary.find(name)
        return term.slug if term else slug(name)

    def pairs(self) -> Iterator[tuple[Pair, dict[str, Any]]]:
        """The labelled pairs, each with its label."""
        for entry in self.labels["partnerships"]:
            yield _pair(self.slug(entry["a"]), self.slug(entry["b"])), entry

    def ties(self) -> dict[Pair, list[Tie]]:
        """The ties that are found, by pair."""
        ties: dict[Pair, list[Tie]] = {}
        for one in self.article.evidence:
            for tie in one.ties:
                ties.setdefault(_pair(tie.giver, tie.taker), []).append(tie)
        return ties


Finder = Callable[[Labelled], Found]


@dataclass(frozen=True)
class Score:
    """How many of the things found are right, and how many of the right things are found."""

    right: int
    found: int
    labelled: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def load(group: str) -> list[Labelled]:
    """The articles of one group of labels. A group with a vocabulary holds its articles; the others are in `seeds/`."""
    folder = LABELS / group
    own = (folder / "vocabulary.yml").exists()
    files, extras, _ = read_sources(folder if own else ROOT / "seeds")
    vocabulary, _ = read_vocabulary(extras.vocabulary)
    sources = {Path(source.path).stem: source for source in files}
    return [
        Labelled(_read(sources[path.stem], vocabulary), yaml.safe_load(path.read_text(encoding="utf-8")), vocabulary)
        for path in sorted(folder.glob("*.yml"))
        if path.name != "vocabulary.yml"
    ]


def load_sentences(half: str) -> list[Labelled]:
    """The sentences of one half of the traps, each as an article of its own."""
    vocabulary, _ = read_vocabulary(read_sources(ROOT / "seeds" if half in REAL else LABELS / "traps")[1].vocabulary)
    return [read_sentence(entry["text"], entry["ties"], vocabulary) for entry in read_traps(half)]


def read_traps(half: str) -> list[dict[str, Any]]:
    """One half of the traps, as it is written."""
    traps: list[dict[str, Any]] = yaml.safe_load((LABELS / "traps" / f"{half}.yml").read_text(encoding="utf-8"))
    return traps


def read_sentence(text: str | list[str], ties: list[dict[str, Any]], vocabulary: Vocabulary) -> Labelled:
    """A sentence, or two that stand together, as an article; its ties as an article's labels have them."""
    sentences = text if isinstance(text, str) else " ".join(text)
    source = Source("seeds/sentence.txt", f"A Title\n\nIntroduction\n{sentences}\n".encode())
    pairs = [tie | {"a": tie["from"], "b": tie["to"], "types": [tie["type"]]} for tie in ties]
    return Labelled(_read(source, vocabulary), {"partnerships": pairs}, vocabulary)


def facts_of(article: Article) -> Iterable[tuple[str, Fact]]:
    """Every fact of an article with its sentence."""
    return ((one.text, fact) for one in article.evidence for fact in one.facts)


def compare_facts(*kinds: str) -> Finder:
    """Compare kind, value, range, unit and hedge, dates by their value alone, where facts are labelled."""

    def compare(one: Labelled) -> Found:
        if "facts" not in one.labels:
            return Counter(), Counter()

        def key(kind: str, value: Any, high: Any, unit: str, hedge: str) -> tuple[Any, ...]:
            return (kind, str(value)) if kind == "date" else (kind, float(value), float(high or 0), unit, hedge)

        facts = (fact for _, fact in facts_of(one.article) if fact.kind in kinds)
        found = Counter(key(f.kind, f.value, f.high, f.unit, f.hedge) for f in facts)
        wanted = Counter(
            key(entry["kind"], entry["value"], entry.get("high"), entry["unit"], entry.get("hedge", "none"))
            for entry in one.labels["facts"]
            if entry["kind"] in kinds
        )
        return found, wanted

    return compare


def compare_organizations(one: Labelled) -> Found:
    """Compare the organisations that an article names; outlets it only cites count neither way."""
    words = ("news", "outlet")
    media = {term.slug for term in one.vocabulary.terms if any(word in term.description.lower() for word in words)}
    cited = {one.slug(name) for name in one.labels.get("media_sources", ())} | media
    found = {m.term for e in one.article.evidence for m in e.mentions if m.kind == "organization"}
    wanted = {one.slug(name) for name in one.labels["organizations"]}
    return Counter(found - cited), Counter(wanted - cited)


def compare_pairs(one: Labelled) -> Found:
    """Compare the pairs that are tied, whatever the type; a pair that is denied counts only if it is found as tied."""
    wanted = {pair: entry.get("denied", False) for pair, entry in one.pairs()}
    found = {pair: all(tie.status == "denied" for tie in ties) for pair, ties in one.ties().items()}
    return (
        Counter((pair, denied) for pair, denied in found.items() if not denied or not wanted.get(pair)),
        Counter((pair, denied) for pair, denied in wanted.items() if not denied),
    )


def compare_types(one: Labelled) -> Found:
    """Of the pairs that are found and labelled, those of whose two most frequent types one is labelled."""
    wanted = {pair: entry["types"] for pair, entry in one.pairs()}
    both = {pair: Counter(tie.type for tie in ties) for pair, ties in one.ties().items() if pair in wanted}
    right = [pair for pair, types in both.items() if any(kind in wanted[pair] for kind, _ in types.most_common(2))]
    return Counter(both.keys()), Counter(right)


def compare_directions(one: Labelled) -> Found:
    """Of the pairs that are found with the labelled type, if it has a direction, those that have the labelled one."""
    ties = one.ties()
    right: Counter[Pair] = Counter()
    both: Counter[Pair] = Counter()
    for pair, entry in one.pairs():
        same = [tie for tie in ties.get(pair, ()) if tie.type in entry["types"] and tie.type not in UNDIRECTED]
        both[pair] += bool(same)
        right[pair] += any(tie.directed and tie.giver == one.slug(entry["a"]) for tie in same)
    return both, right


def count_let_through(sentences: Sequence[Labelled]) -> tuple[int, int]:
    """How many of the sentences that tie nobody are found to tie somebody, and how many there are."""
    negatives = [one for one in sentences if all(entry.get("denied") for _, entry in one.pairs())]
    through = [one for one in negatives if any(tie.status != "denied" for ties in one.ties().values() for tie in ties)]
    return len(through), len(negatives)


KEPT = ROOT / "site_templates" / "quality.json"
LET_THROUGH = "let through"
FINDERS: dict[str, Finder] = {
    "organisations": compare_organizations,
    "partnerships, pairs": compare_pairs,
    "partnerships, types": compare_types,
    "money and capacity": compare_facts("money", "capacity"),
    "dates": compare_facts("date"),
    "quantities": compare_facts("quantity"),
}
SENTENCE_FINDERS: dict[str, Finder] = {
    "partnerships, pairs": compare_pairs,
    "partnerships, types": compare_types,
    "directions": compare_directions,
}
# These judge only what is found and labelled, and so have a precision alone.
SHARES = (compare_types, compare_directions)


def score(group: Sequence[Labelled], finder: Finder, verbose: bool = False) -> Score:
    """The score of one finder over several articles."""
    right = found_all = labelled = 0
    for one in group:
        found, wanted = finder(one)
        right += sum((found & wanted).values())
        found_all += sum(found.values())
        labelled += sum(wanted.values())
        if verbose and found != wanted:
            print(f"  {one.article.id}: too many {sorted(found - wanted)}, missed {sorted(wanted - found)}")  # noqa: T201
    return Score(right, found_all, labelled)


def measure(verbose: bool = False) -> Iterator[dict[str, Any]]:
    """Every score, a row each; those that judge only what is found and labelled have a precision alone."""
    for group in ("tuned", "practice", "newsroom", "research", "held-out", "unseen"):
        articles = load(group)
        for name, finder in FINDERS.items():
            yield _row(name, finder, f"articles, {group}", score(articles, finder, verbose and group == "tuned"))
    for half in ("tuned", "varied", "broad", "newsroom", "desk", "press", "held-out"):
        sentences = load_sentences(half)
        for name, finder in SENTENCE_FINDERS.items():
            ties = [one for one in sentences if not all(entry.get("denied") for _, entry in one.pairs())]
            yield _row(name, finder, f"sentences, {half}", score(ties, finder, verbose and half == "tuned"))
        through, negatives = count_let_through(sentences)
        share = round(through / negatives, 3)
        yield {"finder": LET_THROUGH, "labels": f"sentences, {half}", "precision": share, "cases": negatives}


def main() -> None:
    """Print a table; `-v` lists every difference on the tuned groups, `--write` keeps the table for the site."""
    print(f"{'finder':<22}{'labels':<20}{'precision':>10}{'recall':>8}{'F1':>7}{'cases':>8}")  # noqa: T201
    rows = []
    for row in measure("-v" in sys.argv):
        rows.append(row)
        rest = "".join(f"{row.get(key, ''):>{width}}" for key, width in (("recall", 8), ("f1", 7), ("cases", 8)))
        print(f"{row['finder']:<22}{row['labels']:<20}{row['precision']:>10}{rest}")  # noqa: T201
    if "--write" in sys.argv:
        KEPT.write_text(as_kept(rows), encoding="utf-8")


def as_kept(rows: Iterable[dict[str, Any]]) -> str:
    """The table as the site's about page reads it."""
    return "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n"


def _row(name: str, finder: Finder, labels: str, result: Score) -> dict[str, Any]:
    row: dict[str, Any] = {"finder": name, "labels": labels, "precision": round(result.precision, 3)}
    if finder in SHARES:
        return row | {"cases": result.found}
    return row | {"recall": round(result.recall, 3), "f1": round(result.f1, 3), "cases": result.labelled}


def _read(source: Source, vocabulary: Vocabulary) -> Article:
    article, _ = read_article(source, (), vocabulary)
    assert article, source.path
    return article


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


if __name__ == "__main__":
    main()
