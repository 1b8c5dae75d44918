"""Care of a store on disk: verify, back up, restore, compact."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import StoreError
from kg.files import opened_whole
from kg.store import generations
from kg.store.embedded import EmbeddedGraph, open_generation
from kg.store.seal import SEAL, damage, is_sealed
from kg.store.writer import Writer

#: The folder of the generation inside a copy.
_INSIDE: Final = "generation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """The result for one generation: its documents if it is intact, otherwise its damaged files."""

    name: str
    is_live: bool
    documents: int = 0
    damage: tuple[tuple[str, str], ...] = ()


def verify(path: Path) -> tuple[Verified, ...]:
    """Return the state of every generation, after reading all its files and comparing them.

    Raises
    ------
    StoreError
        If there is no graph at ``path``.
    """
    live = generations.current_directory(path)
    names = sorted(generations.generations(path), reverse=True)
    return tuple(_verified(path / name, is_live=name == live.name) for name in names)


def _verified(directory: Path, *, is_live: bool) -> Verified:
    found = tuple(damage(directory))
    if not found and not is_sealed(directory) and not is_live:
        found = ((SEAL, "is missing: the build did not finish"),)
    if found:
        return Verified(name=directory.name, is_live=is_live, damage=found)
    try:
        graph = EmbeddedGraph(open_generation(directory), directory)
        documents = len(graph.documents())
        for _ in graph.quads(ontology=True):  # the engine checks what it reads
            pass
    except StoreError as error:
        return Verified(name=directory.name, is_live=is_live, damage=(("", str(error)),))
    return Verified(name=directory.name, is_live=is_live, documents=documents)


def backup(path: Path, target: Path) -> Path:
    """Write the live generation into one file, which appears only once it is complete.

    Raises
    ------
    OSError
        If the file cannot be written.
    StoreError
        If there is no graph at ``path``, it is damaged, or the file exists already.
    """
    live = generations.current_directory(path)
    if target.exists():
        raise StoreError(f"{target}: already exists and is not overwritten")
    for name, cause in damage(live):
        raise StoreError(f"{live / name} {cause}: a damaged graph is not copied")
    if not is_sealed(live):
        raise StoreError(
            f"{live}: was written by an older version; run `aldkg store compact` first"
        )
    with opened_whole(target) as out, tarfile.open(fileobj=out, mode="w") as archive:
        archive.add(live, arcname=_INSIDE)
    return live


def restore(path: Path, copy: Path | None = None) -> Path:
    """Make a copy the live generation; without a copy, the last intact generation on disk.

    Returns
    -------
    The directory of the generation that is live now.

    Raises
    ------
    StoreError
        If the file is damaged or no copy, no intact generation exists, or another build is writing.
    """
    with generations.locked(path):
        found = _unpacked(path, copy) if copy is not None else _last_undamaged(path)
        generations.switch(path, found.name)
        numbers = generations.generations(path)
        _remove(path / n for n, at in numbers.items() if at > numbers[found.name])
    return found


def _last_undamaged(path: Path) -> Path:
    names = sorted(generations.generations(path), reverse=True)
    for name in names:
        if is_sealed(path / name) and not any(damage(path / name)):
            return path / name
    raise StoreError(f"{path}: no intact generation is left; give a copy, or build again")


def _extract(archive: tarfile.TarFile, folder: str) -> None:
    """Unpack an archive that contains only plain files and folders inside the target."""
    if hasattr(tarfile, "data_filter"):
        archive.extractall(folder, filter="data")
        return
    for member in archive.getmembers():  # Python before 3.11.4 has no filters
        inside = not Path(member.name).is_absolute() and ".." not in Path(member.name).parts
        if not (inside and (member.isfile() or member.isdir())):
            raise tarfile.TarError(f"{member.name!r} does not belong in a copy")
    archive.extractall(folder)  # noqa: S202 - every member was looked at


def _unpacked(path: Path, copy: Path) -> Path:
    """Return the generation of a copy as the store's next one; a damaged copy leaves no trace."""
    fresh = generations.next_generation(path)
    with tempfile.TemporaryDirectory(dir=path, prefix=generations.RESTORING) as folder:
        unpacked = Path(folder) / _INSIDE
        try:
            with tarfile.open(copy) as archive:
                _extract(archive, folder)
        except (tarfile.TarError, EOFError) as error:
            cause = str(error).partition(":")[0]  # the rest lists every compression that was tried
            raise StoreError(
                f"{copy}: not a copy of a graph, or a damaged one ({cause}); "
                "`aldkg store backup FILE` makes copies"
            ) from error
        except OSError as error:
            raise StoreError(f"{copy}: cannot be read ({error.strerror or error})") from error
        if not is_sealed(unpacked):
            raise StoreError(
                f"{copy}: not a copy of a graph; `aldkg store backup FILE` makes copies"
            )
        for name, cause in damage(unpacked):
            raise StoreError(f"{copy}: damaged ({name} {cause}); the graph is left as it was")
        unpacked.rename(fresh)
    return fresh


def compact(path: Path) -> tuple[int, int]:
    """Rewrite the live generation and remove all others; return the bytes before and after.

    Raises
    ------
    StoreError
        If there is no graph at ``path``, it cannot be written, or another build is writing.
    """
    generations.current_directory(path)
    before = size(path)
    with generations.locked(path):
        fresh = Writer(path).replace_rendered((), ())
        generations.keep_only(path, fresh)
    return before, size(path)


def size(path: Path) -> int:
    """Return the total bytes of all files of a store."""
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def _remove(directories: Iterator[Path]) -> None:
    for directory in directories:
        shutil.rmtree(directory, ignore_errors=True)
