"""What the readers of JATS, TEI and HTML share: trees read safely, text written down, marks."""
