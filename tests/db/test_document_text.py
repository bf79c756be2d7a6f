"""Text of documents as it is stored and searched, on both engines."""

from __future__ import annotations

import pytest

from store.documents.queries import pages_of, search
from store.documents.storage import LONGEST_PAGE, PageText, add_document, add_text, shown_name
from tests.studio import StudioForTests


def test_a_long_text_without_pages_is_stored_whole_and_found_to_its_end(studio: StudioForTests) -> None:
    """As one row it would be more words than PostgreSQL indexes, and the brief could not be kept at all."""
    text = " ".join(f"wört{number:06}ß" for number in range(83_000))
    about = {"kind": "brief", "filename": "long.txt", "media_type": "text/plain", "sha256": "0" * 64}
    with studio.database.write() as session:
        document = add_document(
            session, at=studio.clock.now(), added_by=studio.admin.user_id, size_bytes=len(text), **about
        )
        add_text(session, document.id, [PageText(1, 0, text), PageText(2, len(text), "the end")])
    with studio.database.read() as session:
        pages = pages_of(session, studio.admin, document.id)
        assert "".join(page.text for page in pages) == text + "the end"
        assert [page.page for page in pages] == list(range(1, len(pages) + 1))
        assert all((text + "the end")[page.start :].startswith(page.text) for page in pages)
        assert max(len(page.text) for page in pages) <= LONGEST_PAGE
        for word in ("wört000005ß", "wört082999ß", "end"):
            assert [hit.document_id for hit in search(session, studio.admin, word)] == [document.id]


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("brief.pdf", "brief.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\brief.docx", "brief.docx"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\r\nb.txt", "ab.txt"),
        ("\u200b", "unnamed"),
    ],
)
def test_a_files_name_is_shown_as_what_it_is(sent: str, shown: str) -> None:
    assert shown_name(sent) == shown
