"""Output of the figures of a benchmark: one per line, and as a JSON file on request."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from pathlib import Path


def write_results(results: Mapping[str, float], output: Path | None) -> None:
    for name, value in results.items():
        print(f"{name:28} {value:10.3f}" if isinstance(value, float) else f"{name:28} {value:6}")
    if output is not None:
        machine = {"python": platform.python_version(), "processors": os.cpu_count()}
        rounded = {k: round(v, 3) if isinstance(v, float) else v for k, v in results.items()}
        output.write_text(json.dumps({**rounded, **machine}, indent=1) + "\n", encoding="utf-8")
