"""Material's templates without their mistakes."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, TemplateNotFound

from generator.files import TEMPLATES
from generator.render.frame import MENDS, FrameError, MendedLoader, page_above


def _loader(**templates: str) -> MendedLoader:
    return MendedLoader(DictLoader({f"{name}.html": text for name, text in templates.items()}))


def _source(loader: MendedLoader, name: str) -> str:
    return loader.get_source(Environment(autoescape=True), name)[0]


@pytest.mark.parametrize("template", sorted(MENDS))
def test_every_mend_fits_the_material_that_is_installed(template: str) -> None:
    spec = find_spec("material")
    assert spec
    assert spec.origin
    plain = FileSystemLoader(Path(spec.origin).parent / "templates")
    source = _source(MendedLoader(plain), template)
    for wrong, right in MENDS[template]:
        assert wrong not in source
        assert not right or right in source


def test_a_mistake_is_mended_wherever_it_stands_and_the_rest_stays() -> None:
    wrongs = [wrong for wrong, _ in MENDS["base.html"]]
    rights = [right for _, right in MENDS["base.html"]]
    source = _source(_loader(base="<a>".join([*wrongs, *wrongs])), "base.html")
    assert source == "<a>".join([*rights, *rights])


def test_a_mistake_that_is_not_found_is_an_error_that_names_the_template() -> None:
    with pytest.raises(FrameError, match=r"base\.html no longer has what is to be mended in it: <input"):
        _source(_loader(base="<input>"), "base.html")


def test_templates_without_mistakes_are_as_they_are() -> None:
    wrong = MENDS["base.html"][0][0]
    loader = _loader(main=wrong, other="")
    assert _source(loader, "main.html") == wrong
    assert loader.list_templates() == ["main.html", "other.html"]
    with pytest.raises(TemplateNotFound):
        _source(loader, "none.html")


def test_a_site_holds_no_script_of_materials_and_every_page_does_without(shapes_site: Path) -> None:
    scripts = {path.name for path in (shapes_site / "assets" / "javascripts").rglob("*.js")}
    own = {path.name for path in (TEMPLATES / "theme" / "assets" / "javascripts").rglob("*.js")}
    assert scripts == own
    assert not list(shapes_site.rglob("*.map"))


@dataclass(frozen=True)
class _Listed:
    url: str


@pytest.mark.parametrize(
    ("url", "above"),
    [
        ("guide/tags/", "guide/tags/"),  # and not the guide, which comes first
        ("guide/tags/more/", "guide/tags/"),
        ("guide/other/", "guide/"),
        ("guides/", None),
        ("tags/index.html", "tags/index.html"),
        ("tags/oracle/index.html", "tags/index.html"),
        ("house.html", "house.html"),
        ("house.html/more/", None),
        ("other/", None),
        ("", ""),
    ],
)
def test_a_page_stands_under_the_listed_page_that_is_furthest_down_its_address(url: str, above: str | None) -> None:
    listed = [_Listed(one) for one in ("", "guide/", "guide/tags/", "tags/index.html", "house.html")]
    found = page_above(listed, url)
    assert (found and found.url) == above
