"""References that several articles share: what tests/cases/references/*.yml calls one work is one work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.knowledge.references import join_citations
from generator.model import Citation, Place, Reference

CASES = Path(__file__).parents[1] / "cases" / "references"


def _load() -> list[Any]:
    cases = []
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            cases.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return cases


def _cited(case: dict[str, Any]) -> list[tuple[str, Citation]]:
    """The citations of a case: `by` is the article (a, b, c … in order if not given), `title` may be left out."""
    cited = []
    for index, entry in enumerate(case["cited"]):
        article = entry.get("by", "abcdefghij"[index])
        place = Place(f"seeds/{article}.txt", index + 1)
        number, section = entry.get("number", 1), entry.get("section", "References")
        title, url, publisher = (entry.get(key, "") for key in ("title", "url", "publisher"))
        cited.append((article, Citation(number, title, url, publisher, "", section, place)))
    return cited


def _seen(work: Reference, wanted: dict[str, Any]) -> dict[str, Any]:
    seen = {
        "key": work.key,
        "title": work.title,
        "spellings": list(work.spellings),
        "link": work.link,
        "publisher": work.publisher,
        "articles": list(work.articles),
        "sections": [cited.section for cited in work.cited_by],
    }
    return {key: seen[key] for key in wanted}


@pytest.mark.parametrize("case", _load())
def test_citations_make_the_works_that_the_case_names(case: dict[str, Any]) -> None:
    works = sorted(join_citations(_cited(case)), key=lambda work: (work.articles, work.title))
    wanted = case["works"]
    assert [_seen(work, wanted[min(i, len(wanted) - 1)]) for i, work in enumerate(works)] == wanted


@pytest.mark.parametrize("case", _load())
def test_the_order_of_citations_does_not_matter(case: dict[str, Any]) -> None:
    cited = _cited(case)
    turned = [*cited[1:], *cited[:1]]
    assert join_citations(cited) == join_citations(cited[::-1]) == join_citations(turned)


@pytest.mark.parametrize("case", _load())
def test_every_work_has_a_key_of_its_own(case: dict[str, Any]) -> None:
    works = join_citations(_cited(case))
    keys = [work.key for work in works]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert keys == sorted(keys)
