"""Names that a document defines itself: abbreviations of reagents and solids, and of shapes."""
