"""Every bad input that an article can hold, through every field it names, judged by each of its own oracles."""

from __future__ import annotations

import pytest
from conftest import entries_of

from hostile import in_data, in_reports, on_pages  # noqa: F401 # each enters its oracles
from hostile.articles import FIELDS
from hostile.built import Built
from hostile.cases import Case, NotJudged
from hostile.entries import Entry
from hostile.oracles import judge
from hostile.paths import path_facts
from hostile.walk import Seen

pytestmark = pytest.mark.safety
