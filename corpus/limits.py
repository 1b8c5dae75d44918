"""Limits on the size of input; a larger file is either not a paper or an attack.

A long review has some 100 pages, 500 references and 800,000 characters; a thesis 300 pages. The
limits allow ten times that much, but no decompression bomb.
"""

from __future__ import annotations

#: Any file, in bytes: a scanned thesis fits.
MAX_BYTES = 50_000_000
#: An XML or HTML file, or a part of an office document, in bytes: an article with its tables has
#: less than 3 MB. Its tree takes some ten times the memory.
MAX_MARKUP_BYTES = 20_000_000
#: Elements of an XML or HTML tree; a review with large tables has 100,000.
MAX_ELEMENTS = 1_000_000
#: Elements inside each other; formulas in tables in sections come to some 40.
MAX_DEPTH = 150
#: Files in the archive of an office document; a thesis with its figures has 500.
MAX_PARTS = 10_000
#: All parts of an office document that are read, in bytes; a thesis of 115 pages has 6 MB.
MAX_OFFICE_BYTES = 50_000_000
#: Pages of a PDF; a thesis has 300.
MAX_PAGES = 1_500
#: Characters on one page of a PDF; a page of references in small print has 12,000.
MAX_PAGE_CHARACTERS = 60_000
#: Characters of the text of one document, from any format.
MAX_CHARACTERS = 5_000_000
#: Seconds of processor time for the text layer of one PDF; a page takes 0.02 s.
MAX_PDF_SECONDS = 60
#: Address space of the process that opens a PDF, in bytes; a paper takes 0.3 GB. A compressed
#: stream may promise a thousand times its size.
MAX_PDF_MEMORY = 2_000_000_000
#: A file of bibliographic records, in bytes: 20,000 records.
MAX_RECORD_BYTES = 20_000_000
