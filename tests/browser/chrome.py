"""A browser on the service of a tiny graph, which notes what pages do wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

#: What the systems call a browser that Playwright can drive; else its own is tried.
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
#: How long a page may take, in milliseconds, on however busy a machine.
PATIENCE = 60_000


@contextmanager
def launched() -> Iterator[BrowserContext]:
    """A browser for the tests of a module; they skip where none can be started."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    with api.sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=program, args=["--no-sandbox", "--disable-gpu"], timeout=PATIENCE
            )
        except api.Error as error:
            pytest.skip(f"no Chromium can be started: {str(error).splitlines()[0]}")
        context = browser.new_context()
        context.set_default_timeout(PATIENCE)
        yield context
        browser.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Opens pages of a service, and collects what they log and whom else they ask.

    ``token`` is that of somebody who may decide on claims.
    """

    context: BrowserContext
    url: str
    token: str
    complaints: list[str] = field(default_factory=list)

    @contextmanager
    def visit(self, path: str, width: int = 1280) -> Iterator[Page]:
        """A page at an address of the service, closed in the end; all is well with it then.

        The page of an error logs its status; that alone is not a complaint.
        """
        self.complaints.clear()
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("console", lambda said: self._note(said.type, said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._check_host(request.url))
        try:
            page.goto(self.url + path)
            yield page
            assert self.complaints == []
        finally:
            page.close()

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "status of 4" not in text:
            self.complaints.append(text)

    def _check_host(self, address: str) -> None:
        if urlsplit(address).netloc != urlsplit(self.url).netloc and ":" in address:
            self.complaints.append(f"asked another host: {address}")


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with a page, by rule and place; the contrasts in the dark too."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-core")
    page.emulate_media(color_scheme="light")
    options = {"rules": {"target-size": {"enabled": True}}}  # as in WCAG 2.2
    found = axe.Axe().run(page, options=options).response["violations"]
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate("axe.run({runOnly: ['color-contrast'], resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['target']} {node['html'][:100]}"
        for one in (*found, *dark["violations"])
        for node in one["nodes"]
    ]
