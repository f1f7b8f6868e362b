"""Nothing in, the codes of what an article's parts lack or have too much of out."""

from __future__ import annotations

from generator.codes.records import code

CODES = (
    code(
        "derived-title",
        "note",
        "A title taken from the text",
        """The article has no title, so its page is called after its meta description, its summary or its first
        paragraph, and marked as such. The address follows the title: it changes when the text does.""",
        "Introduction\nOracle rents out capacity.",
        "Oracle as a Landlord\n\nIntroduction\nOracle rents out capacity.",
    ),
    code(
        "file-title",
        "warning",
        "A title taken from the file's name",
        """The article has no title, and no sentence that would make one. The address follows the file's name.""",
        "Introduction\nx\n\nSummary\ny",
        "Oracle as a Landlord\n\nIntroduction\nx\n\nSummary\ny",
    ),
    code(
        "open-code",
        "warning",
        "Code that never ends",
        """A line of three backticks or tildes starts a block of code, and no such line ends it. What follows is read as
        text, and no section is lost.""",
        "## Introduction\n```\nprint(1)\n\n## Summary\nIt prints.",
        "## Introduction\n```\nprint(1)\n```\n\n## Summary\nIt prints.",
    ),
    code(
        "repeated-note",
        "warning",
        "Two notes under one name",
        """A note such as `[^1]: words` belongs to the place that names it. With two of one name, nobody can tell which
        is meant; both stay in the text.""",
        "## Introduction\nIt does.[^1]\n\n[^1]: One.\n\nIt did.[^1]\n\n[^1]: Two.",
        "## Introduction\nIt does.[^1]\n\n[^1]: One.\n\nIt did.[^2]\n\n[^2]: Two.",
    ),
    code(
        "no-description",
        "warning",
        "No meta description",
        """Search engines and lists of articles show it below the title. Without one, the beginning of the summary or of
        the text stands in, which was written for another purpose.""",
        "Introduction\nOracle rents out capacity.",
        "Introduction\nOracle rents out capacity.\nMeta Description\nWhat Oracle rents out, and to whom.",
    ),
    code(
        "long-description",
        "note",
        "A meta description that will be cut",
        """Search engines show about 160 characters. What comes after, which the caret marks, is not shown.""",
        "Meta Description\n" + "Oracle rents out capacity. " * 7,
        "Meta Description\nOracle rents out capacity.",
    ),
    code(
        "no-summary",
        "warning",
        "No summary",
        """The summary stands at the top of the page: a reader knows what the article says before reading it.""",
        "Introduction\nOracle rents out capacity.",
        "Introduction\nOracle rents out capacity.\nSummary\nOracle rents out capacity, by the year.",
    ),
    code(
        "no-body",
        "warning",
        "Nothing but summary, tags and references",
        """The article has no text of its own. Its page shows the summary and the lists, and nothing between.""",
        "Summary\nOracle rents out capacity.",
        "Introduction\nOracle rents out capacity in Texas.\nSummary\nOracle rents out capacity.",
    ),
    code(
        "empty-section",
        "warning",
        "A heading with nothing below it",
        """The heading is shown, and the reader finds nothing there. Headings that only hold other headings are
        fine.""",
        "## Introduction\n\n## Background\nOracle rents out capacity.",
        "## Introduction\nOracle rents out capacity.\n\n## Background\nIt began in 2024.",
    ),
    code(
        "misspelt-section",
        "warning",
        "A heading that is one slip away from a name with a meaning",
        """“Summary”, “Meta Description”, “Tags”, “Reference Links” and their like are read for what they are. A heading
        that is almost one of them is read as a section of the text, and what is below it is missed where it
        belongs. `seedbed check --fix` puts the name right.""",
        "Introduction\nOracle rents out capacity.\nSummry\nOracle rents out capacity, by the year.",
        "Introduction\nOracle rents out capacity.\nSummary\nOracle rents out capacity, by the year.",
    ),
    code(
        "repeated-summary",
        "error",
        "Two summaries under one name",
        """One of them stands at the top of the page. Which one is meant is for the author to say; the other stays in
        the text.""",
        "## Summary\nOracle rents.\n\n## Introduction\nIt does.\n\n## Summary\nOracle lets.",
        "## Summary\nOracle rents.\n\n## Introduction\nIt does.",
    ),
    code(
        "repeated-description",
        "error",
        "Two meta descriptions under one name",
        """One of them is what search engines show. Which one is meant is for the author to say.""",
        "## Introduction\nIt does.\n\n## Meta Description\nOne.\n\n## Meta Description\nTwo.",
        "## Introduction\nIt does.\n\n## Meta Description\nOne.",
    ),
    code(
        "other-summary",
        "note",
        "A second summary under another name",
        """An article may have a Summary and an Abstract, or a summary in its front matter, too. The first one stands at
        the top of the page, the other in the text.""",
        "## Summary\nOracle rents.\n\n## Introduction\nIt does.\n\n## TL;DR\nOracle lets.",
        "## Summary\nOracle rents.\n\n## Introduction\nIt does.",
    ),
    code(
        "other-description",
        "note",
        "A second meta description under another name",
        """One stands in the front matter or the catalog and one in the text. The first is used, the other stays in the
        text.""",
        "---\ndescription: One.\n---\n## Introduction\nIt does.\n\n## Meta Description\nTwo.",
        "---\ndescription: One.\n---\n## Introduction\nIt does.",
    ),
    code(
        "bad-date",
        "error",
        "A date that cannot be read",
        """Days are read in most ways of writing them; 5/3/2026 is not, since it means two days. The article is shown
        without a date.""",
        "---\ndate: soon\n---\n## Introduction\nIt does.",
        "---\ndate: 2026-05-03\n---\n## Introduction\nIt does.",
    ),
)
