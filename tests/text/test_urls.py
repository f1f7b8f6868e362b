"""Which addresses a page may link to, and what two spellings of one share."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text import urls
from generator.text.urls import URL, safe_url, trim_url, url_host, url_key, url_words

Find = Callable[[str], re.Match[str] | None]

NEAR_URL = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["http://", "https://", "HTTP://", "www.", "doi:10.1000/", "//", "javascript:", "mailto:", ""]),
        st.text(st.sampled_from("ab.:/@[]%2?#= -_\\é①⒈ß\u200e\t1é"), max_size=14),
        st.text(max_size=6),
    ),
)


@pytest.mark.parametrize(
    ("find", "yes", "no"),
    [
        (URL.search, "see https://a.example/x", "see a.example/x"),
        (URL.search, "see WWW.a.example", "see www,a"),
        (urls._DOI.fullmatch, "doi:10.1000/182", "doi:11.1000/182"),
        (urls._HOST.match, "a-b.example", "-a.example"),
        (urls._HOST.match, "a.example.", "a..example"),
        (urls._HOST.match, "x" * 63, "x" * 64),
        (urls._UNSAFE.search, "a\\b", "a/b"),
        (urls._UNSAFE.search, "a\u202eb", "a\u2013b"),
        (urls._TRACKING.fullmatch, "utm_source", "utm"),
        (urls._TRACKING.fullmatch, "ref_src", "reform"),
        (urls._ID_WORD.fullmatch, "6cd0321a", "decade"),
        (urls._ID_WORD.fullmatch, "index", "indexes"),
    ],
)
def test_each_pattern_finds_its_example_and_not_its_neighbour(find: Find, yes: str, no: str) -> None:
    assert find(yes)
    assert not find(no)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("  https://a.example  ", "https://a.example"),
        ("HTTPS://A.Example/Path", "https://a.example/Path"),
        ("www.a.example", "https://www.a.example"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("DOI: 10.1000/182", "https://doi.org/10.1000/182"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("https://a.example/a%20b?q=1&r=[2]#é", "https://a.example/a%20b?q=1&r=[2]#%C3%A9"),
        ("https://a.example/<b>\"'", "https://a.example/%3Cb%3E%22'"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://a.example:080/", "http://a.example:80/"),
        ("http://a.example:/", "http://a.example/"),
    ],
)
def test_a_web_address_passes_and_is_percent_coded(given: str, wanted: str) -> None:
    assert safe_url(given) == wanted


@pytest.mark.parametrize(
    "given",
    [
        "",
        "a.example",
        "//a.example",
        "/x",
        "http:/a.example",
        "http:///a.example",
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "ftp://a.example",
        "file:///etc/passwd",
        "mailto:a@b.example",
        "http://user@a.example",
        "http://@a.example",
        "http://a.example:99999",
        "http://a.example:x",
        "http://a..example",
        "http://-a.example",
        "http://a b.example",
        "http://a.example\\@b.example",
        "http://a.example/\u202ex",
        "http://a.example/\x00",
        "http://a.example\n/x",
        "http://a.example%2fb",
        "http://[::1",
        "http://[1.2.3.4]/",
        "http://℀.example/",
        f"http://é{'a' * 70}.example",
    ],
)
def test_everything_else_is_refused(given: str) -> None:
    assert safe_url(given) == ""


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("http://[v1.x]/", id="an address of a future IP version, which Python unwraps to the host v1.x"),
        pytest.param("http://[fe80::1%eth0]/", id="an IPv6 zone, which browsers refuse"),
    ],
)
def test_a_host_that_browsers_do_not_read_as_python_does_is_refused(given: str) -> None:
    assert safe_url(given) == ""


def test_a_german_host_does_not_become_another_host() -> None:
    """Browsers go to xn--strae-oqa.example; IDNA of 2003, which Python has, goes to strasse.example."""
    assert safe_url("http://straße.example/") in ("", "http://xn--strae-oqa.example/")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("mailto:a.b+c@d-e.example", "mailto:a.b+c@d-e.example"),
        ("MAILTO:a@b.example", "MAILTO:a@b.example"),
        ("mailto:a@b", ""),
        ("mailto:a@b.example?subject=x", ""),
        ("mailto:a@b.example,c@d.example", ""),
        ("https://a.example", "https://a.example"),
    ],
)
def test_a_plain_mail_address_passes_where_it_is_asked_for(given: str, wanted: str) -> None:
    assert safe_url(given, mail=True) == wanted


@given(st.one_of(st.text(max_size=40), NEAR_URL))
@example("http://a⒈.com")
def test_a_safe_url_of_any_text_is_nothing_or_a_web_address_that_stays_as_it_is(text: str) -> None:
    found = safe_url(text)
    assert found == "" or re.match(r"https?://[^/?#]", found)
    assert found.isascii()
    assert not set(found) & set(' "<>\\\n\t')
    assert safe_url(found) == found


@given(NEAR_URL)
@example("www.")
def test_whatever_is_safe_has_a_key_a_host_and_words(text: str) -> None:
    if found := safe_url(text):
        assert url_host(found)
        assert url_words(found)
        assert url_key(found) == url_key(re.sub("^https?", "http", found)) == url_key(found.split("#")[0])


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("https://a.example/x.", "https://a.example/x"),
        ("https://a.example/x).", "https://a.example/x"),
        ("https://a.example/x_(y)", "https://a.example/x_(y)"),
        ("https://a.example/x_(y)).", "https://a.example/x_(y)"),
        ("https://a.example/x](more", "https://a.example/x"),
        ("https://a.example/x[1]y", "https://a.example/x[1]y"),
        ("https://a.example/x**", "https://a.example/x"),
        ("https://a.example/?q=1", "https://a.example/?q=1"),
        (".", ""),
    ],
)
def test_marks_after_an_address_are_not_part_of_it(given: str, wanted: str) -> None:
    assert trim_url(given) == wanted


@pytest.mark.parametrize(
    "other",
    [
        "http://a.example/x",
        "https://www.a.example/x/",
        "https://m.a.example/x",
        "https://a.example:443/x",
        "https://a.example/x#part",
        "https://a.example//x",
        "https://a.example/x?utm_source=y&fbclid=1",
        "https://a.example/x/index.html",
        "https://a.example/x/amp/",
        "https://a.example./x",
    ],
)
def test_spellings_of_one_address_have_one_key(other: str) -> None:
    assert url_key(other) == url_key("https://a.example/x") == "a.example/x"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x", "https://b.example/x"),
        ("https://a.example/x", "https://a.example/X"),
        ("https://a.example/x", "https://a.example:8080/x"),
        ("https://a.example/x?id=1", "https://a.example/x?id=2"),
    ],
)
def test_different_addresses_have_different_keys(one: str, other: str) -> None:
    assert url_key(one) != url_key(other)


def test_the_order_of_a_query_and_the_old_host_of_doi_do_not_count() -> None:
    assert url_key("https://a.example/?b=2&a=1") == url_key("https://a.example/?a=1&b=2")
    assert url_key("https://dx.doi.org/10.1000/182") == url_key("https://doi.org/10.1000/182")


def test_a_host_is_shown_without_www() -> None:
    assert url_host("https://www.Reuters.com/x") == "reuters.com"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("https://a.example/news/openai-signs-a-deal-20250101.html", "Openai signs a deal"),
        ("https://a.example/openai_moves+away/index.html", "Openai moves away"),
        ("https://www.a.example/x/y", "a.example/x/y"),
        ("https://a.example", "a.example"),
        ("https://a.example/one-two%20three", "One two three"),
    ],
)
def test_an_address_speaks_in_words_where_it_has_them(given: str, wanted: str) -> None:
    assert url_words(given) == wanted
