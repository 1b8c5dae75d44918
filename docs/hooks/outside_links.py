"""A hook of the documentation site: links to files of the source become their text.

In the repository they lead to code and tests; the site holds the pages of ``docs/`` alone.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

_LINK = re.compile(r"\[([^\]]+)\]\((\.\./[^)\s]*)\)")


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Return the page without links that leave the folder of the documentation."""
    folder = posixpath.dirname(page.file.src_uri)

    def inside(match: re.Match[str]) -> str:
        leaves = posixpath.normpath(posixpath.join(folder, match[2])).startswith("..")
        return match[1] if leaves else match[0]

    return _LINK.sub(inside, markdown)
