"""``aldkg evaluate``: how much of a gold standard the extractor finds."""

from __future__ import annotations
