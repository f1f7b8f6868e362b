"""A number in, that many made-up articles with a vocabulary in a folder out: the same ones each time.

An article has about 4 kB, ten tags (four of 400 organisations, six of 1,000 topics, both by a power law) and five
references, one in seven of them shared with other articles.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

ORGANIZATIONS, TOPICS, WORDS, SHARED_WORKS = 400, 1_000, 30_000, 1_500
_SMALL = "the of and to in a is for on that with as by it from at are be this was its will which or an".split()
"""The words that are the most frequent in English are so here, too."""
_STARTS = "b br c ch d dr f fl g gr h j k l m n p pl qu r s sh st t tr v w z".split()
_MIDDLES = "a e i o u ai ea io ou".split()
_ENDS = "ck d l ll m n nd ng nt r rd rm s ss st t th x".split()


def write_corpus(folder: Path, number: int) -> None:
    """Write the articles and `vocabulary.yml` into a folder that does not exist yet."""
    folder.mkdir(parents=True)
    chance = random.Random(7)
    made = list(dict.fromkeys(_word(chance) for _ in range(WORDS * 2)))[:WORDS]
    words = [*_SMALL, *made]
    names = [f"{first.capitalize()} {last.capitalize()}" for first, last in zip(made[:500], made[500:], strict=False)]
    organizations, topics = (
        names[:ORGANIZATIONS],
        [f"{one} {other}" for one, other in zip(made, made[900:], strict=False)],
    )
    lines = [f"{name}: {{kind: organization, aliases: [{name.split()[0]} Holdings]}}" for name in organizations]
    (folder / "vocabulary.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    word, organization = _drawer(chance, words, 1.0), _drawer(chance, organizations, 0.8)
    topic = _drawer(chance, topics[:TOPICS], 0.8)
    shared = [" ".join(word(7)).capitalize() for _ in range(SHARED_WORKS)]
    for place in range(number):
        tags = [*dict.fromkeys(organization(4)), *dict.fromkeys(topic(6))]
        works = [chance.choice(shared) if chance.random() < 1 / 7 else " ".join(word(8)).capitalize() for _ in range(5)]
        text = _article(chance, word, tags, works)
        (folder / f"{place:06}.txt").write_text(text, encoding="utf-8")


def _article(chance: random.Random, word: Callable[[int], list[str]], tags: list[str], works: list[str]) -> str:
    title = f"{tags[0]} and {tags[1]} " + " ".join(word(5))
    parts = [title, ""]
    for _ in range(4):
        parts += [" ".join(word(3)).title(), *(_sentence(chance, word, tags) for _ in range(8)), ""]
    parts += ["Summary", " ".join(_sentence(chance, word, tags) for _ in range(2)), ""]
    parts += ["Meta Description", " ".join(word(15)).capitalize() + ".", "", "Tags", ", ".join(tags), ""]
    return "\n".join([*parts, "Reference Links", *(f"- {work}" for work in works), ""])


def _sentence(chance: random.Random, word: Callable[[int], list[str]], tags: list[str]) -> str:
    if chance.random() < 0.1:
        return f"{tags[0]} invests ${chance.randrange(1, 90)} billion in {tags[1]} by {chance.randrange(2026, 2034)}."
    said = word(16)
    said.insert(chance.randrange(8), chance.choice(tags))
    return " ".join(said) + "."


def _drawer(chance: random.Random, items: list[str], power: float) -> Callable[[int], list[str]]:
    """A function that draws so many of the items, the first ones far more often than the last."""
    weights = list(accumulate(1 / (rank + 2) ** power for rank in range(len(items))))
    return lambda number: chance.choices(items, cum_weights=weights, k=number)


def _word(chance: random.Random) -> str:
    return "".join(
        chance.choice(_STARTS) + chance.choice(_MIDDLES) for _ in range(chance.randrange(1, 4))
    ) + chance.choice(_ENDS)
