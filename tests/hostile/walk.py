"""The address of a page in, what a browser saw there out: every element hovered, focused and clicked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Error, Page, Request

TOUCH = """
() => {
  window.navigation.addEventListener("navigate", event => event.cancelable && event.preventDefault());
  const moves = ["pointerover", "mouseover", "mouseenter", "mousemove", "mouseout", "focusin"];
  for (const element of document.querySelectorAll("*")) {
    for (const move of moves) element.dispatchEvent(new MouseEvent(move, {bubbles: true, cancelable: true}));
    if (element.focus) element.focus({preventScroll: true});
    const click = new MouseEvent("click", {bubbles: true, cancelable: true});
    if (element.click) element.click(); else element.dispatchEvent(click);
  }
  const body = document.querySelector("article") || document.body;
  const named = [...body.querySelectorAll("form, img, iframe, embed, object, a[name]")];
  const names = named.flatMap(element => [element.id, element.getAttribute("name")]).filter(Boolean);
  return {
    shadowing: names.filter(name => name in HTMLDocument.prototype || name in window),
    polluted: Object.keys(Object.prototype).concat(({}).x === undefined ? [] : ["x"]),
    floating: [...body.querySelectorAll(".sb-body *, .sb-summary *")].filter(
      element => ["fixed", "sticky"].includes(getComputedStyle(element).position)).map(element => element.outerHTML),
    hrefs: [...document.querySelectorAll("a[href]")].map(element => element.href),
  };
}
"""
NARROW = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
WATCH = """
document.addEventListener("securitypolicyviolation", event => {
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


@dataclass
class Seen:
    """What happened while a page was shown and touched, and what was on it."""

    calls: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    page: dict[str, Any] = field(default_factory=dict)

    @property
    def executions(self) -> list[str]:
        """Every sign that something ran that must not."""
        return [
            *self.calls,
            *self.dialogs,
            *self.errors,
            *(text for text in self.console if text.startswith("policy:")),
        ]


class Walker:
    """A browser window in which the canary `pwn` is ready to be called."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self._origin = origin
        self._seen = Seen()
        self._visited: dict[str, Seen] = {}
        context.expose_function("pwn", lambda *words: self._seen.calls.append(f"pwn{words}"))
        context.add_init_script(WATCH)
        self.page = context.new_page()
        self._watch(self.page)
        context.on("page", self._watch)

    def look(self, url: str) -> Seen:
        """What there is to see at an address within the site; each is visited once."""
        if url not in self._visited:
            self._seen = self._visited[url] = Seen()
            try:
                self.page.goto(f"{self._origin}{url}", wait_until="load")
                self._seen.page = self.page.evaluate(TOUCH)
                self.page.wait_for_timeout(20)  # for what was only just started
            except Error as error:
                self._seen.errors.append(f"the page went away: {error.message}")
        return self._visited[url]

    def search(self, words: str) -> Seen:
        """What happens while words are typed into the search, and its results are looked at."""
        self._seen = Seen()
        self.page.goto(f"{self._origin}search/")
        box = self.page.locator(".sb-query input[name=q]")
        box.press_sequentially(words)
        self.page.locator("#sb-found a").first.wait_for()
        self._seen.page = self.page.evaluate(TOUCH) | {"found": self.page.locator("#sb-found").inner_text()}
        return self._seen

    def is_wide(self, url: str) -> bool:
        """Whether a page scrolls sideways on a narrow screen."""
        before = self.page.viewport_size
        self.page.set_viewport_size({"width": 320, "height": 640})
        self.page.goto(f"{self._origin}{url}")
        wide = bool(self.page.evaluate(NARROW))
        if before:
            self.page.set_viewport_size(before)
        return wide

    def _watch(self, page: Page) -> None:
        page.on("dialog", self._on_dialog)
        page.on("pageerror", lambda error: self._seen.errors.append(str(error)))
        page.on("console", self._on_console)
        page.on("request", self._on_request)

    def _on_dialog(self, dialog: Dialog) -> None:
        self._seen.dialogs.append(dialog.message)
        dialog.dismiss()

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._seen.console.append(message.text)

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.netloc != urlsplit(self._origin).netloc:
            self._seen.foreign.append(request.url)
