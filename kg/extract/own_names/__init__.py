"""Names that a document itself defines: abbreviations of reagents, solids and shapes."""
