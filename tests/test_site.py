"""The pages of ``docs/`` are a site: every page is in it, and no link in it leads nowhere."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def dead_links(folder: Path) -> list[str]:
    """The relative links of a page that lead to no file of the site."""
    page = folder / "index.html"
    links = re.findall(r'href="([^"#:]+)["#]', page.read_text()) if page.exists() else []
    return [link for link in links if not link.startswith("/") and not (folder / link).exists()]


@pytest.mark.skipif(
    importlib.util.find_spec("material") is None, reason="mkdocs-material is not installed"
)
def test_the_site_is_whole_and_asks_no_other_host(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    pages = {path.parent.name for path in tmp_path.glob("**/index.html")}
    sources = {path.stem for path in (ROOT / "docs").glob("**/*.md")}
    assert sources - pages == {"index"}
    assert (tmp_path / "search" / "search_index.json").stat().st_size > 100_000
    leaving = [(page, link) for page in pages for link in dead_links(tmp_path / page)]
    assert leaving == []
    fetched = re.compile(r'<(?:script|img|link)[^>]+(?:src|href)="https?://')
    assert [p for p in tmp_path.glob("**/index.html") if fetched.search(p.read_text())] == []
