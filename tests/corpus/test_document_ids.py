"""Ids of documents: made of the path alone, and no two alike."""

from __future__ import annotations

from pathlib import Path

from corpus.document_ids import document_id, name_documents
from tests.rows import each_row

IDS = {
    "papers/doe.2011.txt": "doe.2011",
    "papers/doe.grobid.tei.xml": "doe",
    "Zotero/storage/ABCD1234/paper.pdf": "ABCD1234-paper",
    "Zotero/storage/8YZQ2WDK/Doe 2011.pdf": "8YZQ2WDK-Doe 2011",
    "library/files/123/paper.pdf": "123-paper",
    "My.Data/PDF/0123456789/paper.pdf": "0123456789-paper",
    "2019/paper.pdf": "paper",
    "20190301/paper.pdf": "paper",
    "MATERIALS/paper.pdf": "paper",
}


@each_row("path", IDS)
def test_an_id_is_the_stem_and_a_folder_made_for_the_document(path: str) -> None:
    assert document_id(Path(path)) == IDS[path]
    assert document_id(Path("/home/me") / path) == IDS[path]


def named(*paths: str) -> dict[str, str]:
    found, problems = name_documents([Path(path) for path in paths])
    assert problems == []
    return {name: file.as_posix() for name, file in found.items()}


def test_files_of_one_name_are_called_by_their_folders() -> None:
    assert named("/p/2019/doe.pdf", "/p/2020/doe.pdf", "/p/roe.pdf") == {
        "2019-doe": "/p/2019/doe.pdf",
        "2020-doe": "/p/2020/doe.pdf",
        "roe": "/p/roe.pdf",
    }
    assert list(named("/a/x/doe.pdf", "/b/x/doe.pdf")) == ["a-x-doe", "b-x-doe"]
    assert list(named("/doe.pdf", "/a/doe.pdf")) == ["-doe", "a-doe"]


def test_ids_do_not_depend_on_the_order_nor_on_other_files() -> None:
    first = named("/p/storage/ABCD1234/a.pdf", "/p/storage/EFGH5678/a.pdf")
    again = named("/q/b.pdf", "/p/storage/EFGH5678/a.pdf", "/p/storage/ABCD1234/a.pdf")
    assert first.items() < again.items()


def test_one_document_in_two_formats_is_taken_once() -> None:
    files = [Path("/p/doe.pdf"), Path("/p/doe.txt")]
    found, problems = name_documents(files)
    assert found == {"doe": files[0]}
    assert [str(problem) for problem in problems] == [
        "/p/doe.txt: same document id 'doe' as /p/doe.pdf"
    ]


def test_an_id_that_another_file_has_as_its_name_is_not_given_twice() -> None:
    files = [Path(path) for path in ("/p/a-doe.pdf", "/p/a/doe.pdf", "/p/b/doe.pdf")]
    found, problems = name_documents(files)
    assert list(found) == ["a-doe", "b-doe"]
    assert [problem.source for problem in problems] == ["/p/a/doe.pdf"]
