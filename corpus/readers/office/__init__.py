"""Documents of word processors: Word's .docx and OpenDocument's .odt.

Both are zip archives of XML. Each is written down as a plain text in the notation of
:mod:`corpus.readers.markup.draft`: a paragraph to a line, headings after ``#``, table rows between
bars, superscripts as ``^{...}`` and subscripts as ``_{...}``, labels of numbered lists as they are
printed. Styles tell titles, headings and captions; the rest (head, reference list, citation marks)
is read as in plain text, because no style tells it. The same file always gives the same text.
"""
