"""A Case in, what a strict reader of HTML finds wrong with its pages out."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator

from conftest import ROOT

from hostile.cases import Case, NotJudged
from hostile.oracles import oracle

_VALIDATOR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@oracle("valid-html")
def html_is_valid(case: Case) -> Iterator[str]:
    """The Nu HTML checker has nothing to say, and what stands at the end of a page is still there."""
    for url in case.urls:
        page = case.site.html(url)
        if not any(tag == "footer" for tag, _ in page.elements) or not page.scripts:
            yield f"{url} has lost its foot or its scripts"
    if not (_VALIDATOR.is_file() and shutil.which("java")):
        raise NotJudged("the HTML checker is not installed")
    files = [str(case.site.folder / url / "index.html") for url in case.urls]
    command = ["java", "-jar", str(_VALIDATOR), "--errors-only", "--format", "json", *files]
    said = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stderr
    yield from (f"{one['url']}: {one['message']}" for one in json.loads(said)["messages"])
