"""The citations of all articles in, the works they cite out, each once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.articles.publishers import title_key
from generator.model import Citation, CitedBy, Reference
from generator.text import slug
from generator.text.urls import url_key, url_words


def join_citations(cited: Iterable[tuple[str, Citation]]) -> tuple[Reference, ...]:
    """The works that (article slug, citation) pairs name, each once, sorted by key.

    Two citations are one work if their URLs are the same but for scheme, `www.`, tracking and the like, or if their
    titles are the same but for case, punctuation, dashes and a publisher after them, and their URLs do not differ.
    """
    pairs = sorted(cited, key=lambda pair: (pair[0], pair[1].number, pair[1].place, pair[1].title))
    by_url: dict[str, list[tuple[str, Citation]]] = defaultdict(list)
    urls_of_title: dict[str, set[str]] = defaultdict(set)
    loose: dict[str, list[tuple[str, Citation]]] = defaultdict(list)
    for article, citation in pairs:
        title = title_key(citation.title)
        if citation.url:
            by_url[url_key(citation.url)].append((article, citation))
            if title:
                urls_of_title[title].add(url_key(citation.url))
        else:
            loose[title].append((article, citation))
    groups = list(by_url.items())
    for title, group in loose.items():
        urls = urls_of_title.get(title, set())
        if len(urls) == 1:
            by_url[next(iter(urls))].extend(group)
        else:
            groups.append((f"title:{title}", group))
    return _with_keys([(identity, _join(group)) for identity, group in groups])


def _join(group: Sequence[tuple[str, Citation]]) -> Reference:
    """One work from the citations of it: the first title that is words, the first URL, every spelling."""
    ordered = sorted(group, key=lambda pair: (pair[0], pair[1].number, pair[1].place, pair[1].title))
    citations = [citation for _, citation in ordered]
    link = next((citation.url for citation in citations if citation.url), "")
    titles = list(dict.fromkeys(citation.title for citation in citations if citation.title))
    publisher = next((citation.publisher for citation in citations if citation.publisher), "")
    title = titles[0] if titles else url_words(link)
    cited_by = tuple(sorted({CitedBy(article, citation.section, citation.number) for article, citation in ordered}))
    return Reference("", title, tuple(sorted(titles)), link, publisher, cited_by)


def _with_keys(works: Sequence[tuple[str, Reference]]) -> tuple[Reference, ...]:
    """The works with their keys: the slug of the title, and a digest of the address where two works share it."""
    sharing: dict[str, int] = defaultdict(int)
    for _, work in works:
        sharing[slug(work.title)] += 1
    keyed: list[Reference] = []
    for identity, work in works:
        key = slug(work.title)
        if sharing[key] > 1:
            key = f"{key}-{hashlib.sha256(identity.encode()).hexdigest()[:8]}"
        keyed.append(replace(work, key=key))
    return tuple(sorted(keyed, key=lambda work: work.key))
