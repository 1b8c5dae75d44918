"""The common parts of the readers of JATS, TEI and HTML: safe parsing, text, citation marks."""
