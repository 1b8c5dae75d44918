"""Readers of documents of word processors: Word's .docx and OpenDocument's .odt.

Both are zip archives of XML. Each is converted to plain text in the notation of
:mod:`corpus.readers.markup.draft`: a paragraph per line, headings after ``#``, table rows between
bars, superscripts as ``^{...}`` and subscripts as ``_{...}``, labels of numbered lists as printed.
Titles, headings and captions are recognised by their styles; head, reference list and citation
marks have no styles and are found as in plain text. The same file always gives the same text.
"""
