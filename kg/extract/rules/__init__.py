"""The rules of the field's language, a package a kind of claim; each maps a reading to findings."""
