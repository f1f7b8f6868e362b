"""Nothing in, the codes of files that cannot be read, or only with care, out."""

from __future__ import annotations

from generator.codes.records import Code, Example, code

_TEXT = "Introduction\nOpenAI – a lab – rents capacity."

CODES = (
    Code(
        "not-an-article",
        "warning",
        "A file of another kind in the folder of articles",
        "Articles end in .txt, .md, .markdown or .text. Any other file below the folder is left alone, and named, so"
        " that an article saved under another ending is not missed.",
        (Example("Introduction\nSome words stand here.", "article.docx"),),
        (Example("Introduction\nSome words stand here."),),
    ),
    code(
        "unreadable",
        "error",
        "A file that cannot be opened",
        """Only regular files are read. A link, a pipe or a device is refused, since it could lead out of the folder; so
        is a file for which the permission is missing.""",
        "article.txt -> ../elsewhere/article.txt",
        "article.txt",
    ),
    code(
        "too-large",
        "error",
        "A file that is longer than any article",
        """An article has at most 400,000 characters, some two hundred pages, on at most 12,000 lines; a file at most
        two million bytes. A larger one is most often a dump, a picture wrongly named, or many articles in one.""",
        "a text of 3 MB",
        "ten texts of 300 kB",
    ),
    Code(
        "active-file",
        "error",
        "A file in the folder of articles that a browser would run",
        "A web page, a picture in SVG or a script runs in the reader's browser as part of the site, if it is ever"
        " published. It never is; but nobody should have put it here.",
        (Example("<svg onload='alert(1)'/>", "article.svg"),),
        (Example("Introduction\nSome words stand here."),),
    ),
    Code(
        "file-name",
        "error",
        "A file whose name has a line end in it",
        "Such a name can forge lines in lists and reports, and some programs cannot open it. The article is left out"
        " until the file has another name. Other signs that cannot be printed are shown as escapes.",
        (Example("Introduction\nSome words stand here.", "some\nwords.txt"),),
        (Example("Introduction\nSome words stand here.", "some-words.txt"),),
    ),
    code(
        "empty-file",
        "error",
        "A file without text",
        """There is nothing in the file, or nothing but blank lines and rules, so there is no page to make of it.""",
        "\n",
        "Introduction\nSome words stand here.",
    ),
    code(
        "encoding",
        "error",
        "A file that is no text in a known encoding",
        """UTF-8 is read, UTF-16 with a byte-order mark, and Windows-1252 where it can be nothing else. The place is
        that of the first byte that fits none of them. A document of another program (PDF, RTF, DOCX) is no text,
        whatever its name ends in. The article is left out.""",
        "Introduction\nSome\0words.",
        "Introduction\nSome words.",
    ),
    Code(
        "other-encoding",
        "warning",
        "A file in another encoding than UTF-8",
        "The article was read as UTF-16 or Windows-1252, and its page is there. Other programs may guess differently:"
        " save the file as UTF-8.",
        (Example(_TEXT, encoding="cp1252"),),
        (Example(_TEXT),),
    ),
    code(
        "hidden-characters",
        "warning",
        "Invisible control characters",
        """Control characters, marks that turn the direction of writing round, and invisible tags can make a text read
        otherwise than it is stored. They are taken out of the page. The place is that of the first.""",
        "Introduction\nSome \u202ewords stand here.",
        "Introduction\nSome words stand here.",
    ),
    code(
        "html-file",
        "error",
        "A web page instead of an article",
        """The file is a whole HTML page, with its menus and scripts. Save the article's text from it.""",
        "<html><body><p>Some words stand here.</p></body></html>",
        "Introduction\nSome words stand here.",
    ),
    code(
        "no-sections",
        "error",
        "A text in which no part of an article is found",
        """The text has no title, no heading and no front matter, so nothing says that it is an article. Put a title on
        the first line, or headings on lines of their own.""",
        "some words stand here, and nothing is above them.",
        "Introduction\nSome words stand here.",
    ),
)
