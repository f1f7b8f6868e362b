"""The theme `seedbed`: Material with its own face. Named in mkdocs.yml as `theme: seedbed`."""

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")  # set before Material loads, which else prints a banner
