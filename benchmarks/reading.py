"""Reading of PDFs against pdftotext and pdfminer.six on the same files.

    python benchmarks/reading.py [FOLDER...] [--runs 3] [--output FILE]

The benchmark first makes 12 two-column PDF articles of the bundled notes with the PDF printer of
the tests; the PDFs of the folders are measured separately. Files are read one after the other: by
``corpus.read`` (text, columns, references and record, without extraction), by pdftotext of poppler,
and by pdfminer.six with its layout analysis. The output has pages per second of processor time, the
ratios, the number of refused files, and the largest memory of a process. Tools that are not
installed are left out (``apt-get install poppler-utils``, ``pip install pdfminer.six``).
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from results import write_results

import corpus
from tests.data.printing import Article, Block, print_pdf, set_article

#: A script that reads files and prints the processor time of each and the peak memory, including
#: those of its child processes; it reads the first file once before, to warm up.
READ = """
import resource, sys
from pathlib import Path
import corpus
who = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
used = lambda: sum(resource.getrusage(w).ru_utime + resource.getrusage(w).ru_stime for w in who)
corpus.read(Path(sys.argv[1]))
for name in sys.argv[1:]:
    start = used()
    try:
        corpus.read(Path(name))
    except corpus.ReadError as error:
        print("refused")
        continue
    print(used() - start)
print(max(resource.getrusage(w).ru_maxrss for w in who) / 1024)
"""
MINE = """
import resource, sys
from pdfminer.high_level import extract_text
used = lambda: sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
extract_text(sys.argv[1])
for name in sys.argv[1:]:
    start = used()
    extract_text(name)
    print(used() - start)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def print_articles(folder: Path, count: int = 12) -> list[Path]:
    """Print notes as PDF articles, several notes in each, until they fill about eight pages."""
    texts = [
        passage.text.encode("cp1252", "ignore").decode("cp1252")
        for note in corpus.bundled_notes()
        for passage in corpus.read(note).passages
        if passage.kind == "paragraph"
    ]
    paths = []
    for number in range(count):
        chosen = (texts[number:] + texts[:number]) * 2
        article = Article(
            title=["Notes on layers and", f"nanocrystals, part {number + 1}"],
            names="Jane Doe and Richard Roe",
            blocks=[Block(kind="text", text=text) for text in chosen],
        )
        paths.append(folder / f"article-{number:02}.pdf")
        paths[-1].write_bytes(print_pdf(set_article(article)))
    return paths


def run(script: str, paths: Sequence[Path]) -> tuple[dict[Path, float], float]:
    """Return the processor time of each file that was read, and the peak memory in MB."""
    command = [sys.executable, "-c", script, *map(str, paths)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    times = zip(paths, lines[:-1], strict=True)
    return {path: float(time) for path, time in times if time != "refused"}, float(lines[-1])


def convert(paths: Sequence[Path]) -> dict[Path, float]:
    """Return the processor time of pdftotext for each file."""
    times = {}
    for path in paths:
        start = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
        subprocess.run(["pdftotext", str(path), "/dev/null"], check=True, capture_output=True)
        times[path] = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - start
    return times


def count_pages(path: Path) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        results = measure("printed", print_articles(Path(temporary)), arguments.runs)
        paths = [path for folder in arguments.folders for path in sorted(folder.glob("*.pdf"))]
        if paths:
            results |= measure("folder", paths, arguments.runs)
        write_results(results, arguments.output)


def measure(name: str, paths: Sequence[Path], runs: int) -> dict[str, float]:
    """Measure the tools in turn, so that other work on the machine affects all of them."""
    speeds: dict[str, list[float]] = {"ours": [], "pdfminer": [], "pdftotext": []}
    results: dict[str, float] = {"files": len(paths)}
    for _ in range(runs):
        times, results["peak_mb"] = run(READ, paths)
        pages = sum(map(count_pages, times))
        results |= {"refused": len(paths) - len(times), "pages": pages}
        speeds["ours"].append(pages / sum(times.values()))
        if importlib.util.find_spec("pdfminer"):
            speeds["pdfminer"].append(pages / sum(run(MINE, list(times))[0].values()))
        if shutil.which("pdftotext"):
            speeds["pdftotext"].append(pages / sum(convert(list(times)).values()))
    ours = statistics.median(speeds["ours"])
    for tool, found in speeds.items():
        if found:
            results[f"{tool}_pages_s"] = statistics.median(found)
        if found and tool != "ours":
            results[f"ratio_{tool}"] = ours / statistics.median(found)
    return {f"{name}_{key}": value for key, value in results.items()}


if __name__ == "__main__":
    main()
