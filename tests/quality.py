"""Labelled articles in, the precision, recall and F1 of each finder out: `make quality`.

The labels say what a careful reader finds in an article's body and summary. The finders were tuned on those in
`tests/labels/tuned`; those in `tests/labels/held-out` only measure.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.articles import read_article
from generator.facts import find_facts
from generator.files import read_sources
from generator.model import Article, Fact, Tie
from generator.text import slug
from generator.vocabulary import read_vocabulary

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "tests" / "labels"
VOCABULARY = read_vocabulary(read_sources(ROOT / "seeds")[1].vocabulary)[0]
MEDIA = {
    term.slug for term in VOCABULARY.terms if "news" in term.description.lower() or "outlet" in term.description.lower()
}
Pair = tuple[str, str]
Finder = Callable[[Article, dict[str, Any]], tuple[Counter[Any], Counter[Any]]]


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


def load(group: str) -> list[tuple[Article, dict[str, Any]]]:
    """The articles of one group of labels, with their labels."""
    sources = {Path(source.path).stem: source for source in read_sources(ROOT / "seeds")[0]}
    pairs = []
    for path in sorted((LABELS / group).glob("*.yml")):
        article, _ = read_article(sources[path.stem], (), VOCABULARY)
        assert article
        pairs.append((article, yaml.safe_load(path.read_text(encoding="utf-8"))))
    return pairs


def facts_of(article: Article) -> Iterable[tuple[str, Fact]]:
    """Every fact of an article with its sentence."""
    for block in (*(b for s in article.sections for b in s.blocks), *article.summary):
        for sentence in block.sentences:
            for fact in find_facts(sentence.text):
                yield sentence.text, fact


def compare_facts(*kinds: str) -> Finder:
    """Compare kind, value, range, unit and hedge; dates by their value alone."""

    def compare(article: Article, labels: dict[str, Any]) -> tuple[Counter[Any], Counter[Any]]:
        def key(kind: str, value: Any, high: Any, unit: str, hedge: str) -> tuple[Any, ...]:
            return (kind, str(value)) if kind == "date" else (kind, float(value), float(high or 0), unit, hedge)

        found = Counter(key(f.kind, f.value, f.high, f.unit, f.hedge) for _, f in facts_of(article) if f.kind in kinds)
        wanted = Counter(
            key(entry["kind"], entry["value"], entry.get("high"), entry["unit"], entry.get("hedge", "none"))
            for entry in labels["facts"]
            if entry["kind"] in kinds
        )
        return found, wanted

    return compare


def compare_organizations(article: Article, labels: dict[str, Any]) -> tuple[Counter[Any], Counter[Any]]:
    """Compare the organisations that an article names; outlets it only cites count neither way."""
    cited = {_slug(name) for name in labels.get("media_sources", ())} | MEDIA
    found = {m.term for e in article.evidence for m in e.mentions if m.kind == "organization"}
    wanted = {_slug(name) for name in labels["organizations"]}
    return Counter(found - cited), Counter(wanted - cited)


def compare_pairs(article: Article, labels: dict[str, Any]) -> tuple[Counter[Any], Counter[Any]]:
    """Compare the pairs that are tied, whatever the type; a pair that is denied counts only if it is found as tied."""
    wanted = {
        _pair(_slug(entry["a"]), _slug(entry["b"])): entry.get("denied", False) for entry in labels["partnerships"]
    }
    found = {pair: all(tie.status == "denied" for tie in ties) for pair, ties in _ties(article).items()}
    return (
        Counter((pair, denied) for pair, denied in found.items() if not denied or not wanted.get(pair)),
        Counter((pair, denied) for pair, denied in wanted.items() if not denied),
    )


def compare_types(article: Article, labels: dict[str, Any]) -> tuple[Counter[Any], Counter[Any]]:
    """Of the pairs that are found and labelled, those of whose two most frequent types one is labelled."""
    wanted = {_pair(_slug(entry["a"]), _slug(entry["b"])): entry["types"] for entry in labels["partnerships"]}
    both = {pair: Counter(tie.type for tie in ties) for pair, ties in _ties(article).items() if pair in wanted}
    right = [pair for pair, types in both.items() if any(kind in wanted[pair] for kind, _ in types.most_common(2))]
    return Counter(right), Counter(both.keys())


def _ties(article: Article) -> dict[Pair, list[Tie]]:
    ties: dict[Pair, list[Tie]] = {}
    for one in article.evidence:
        for tie in one.ties:
            ties.setdefault(_pair(tie.giver, tie.taker), []).append(tie)
    return ties


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _slug(name: str) -> str:
    term = VOCABULARY.find(name)
    return term.slug if term else slug(name)


FINDERS: dict[str, Finder] = {
    "organisations": compare_organizations,
    "partnerships, pairs": compare_pairs,
    "partnerships, types": compare_types,
    "money and capacity": compare_facts("money", "capacity"),
    "dates": compare_facts("date"),
    "quantities": compare_facts("quantity"),
}


def score(pairs: Sequence[tuple[Article, dict[str, Any]]], finder: Finder, verbose: bool = False) -> Score:
    """The score of one finder over several articles."""
    right = found_all = labelled = 0
    for article, labels in pairs:
        found, wanted = finder(article, labels)
        right += sum((found & wanted).values())
        found_all += sum(found.values())
        labelled += sum(wanted.values())
        if verbose and found != wanted:
            print(f"  {article.id}: too many {sorted(found - wanted)}, missed {sorted(wanted - found)}")  # noqa: T201
    return Score(right, found_all, labelled)


def main() -> None:
    """Print a table; `-v` lists every difference on the tuned group."""
    verbose = "-v" in sys.argv
    print(f"{'finder':<22}{'labels':<10}{'precision':>10}{'recall':>8}{'F1':>7}{'labelled':>10}")  # noqa: T201
    for group in ("tuned", "held-out"):
        pairs = load(group)
        for name, finder in FINDERS.items():
            result = score(pairs, finder, verbose and group == "tuned")
            row = f"{result.precision:>10.3f}{result.recall:>8.3f}{result.f1:>7.3f}{result.labelled:>10}"
            print(f"{name:<22}{group:<10}{row}")  # noqa: T201


if __name__ == "__main__":
    main()
