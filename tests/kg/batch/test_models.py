"""What a worker needs is loaded before it is forked."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import corpus
from kg.batch.reading import load_models, read_paper

paper = corpus.read(corpus.bundled_notes()[0])
load_models()
before = {*sys.modules}
assert read_paper(paper).document.claims
print(*(name for name in {*sys.modules} - before if name.startswith("kg.")))
"""


def test_a_worker_imports_nothing_of_ours_when_it_reads():
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
