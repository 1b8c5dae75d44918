"""The rules of the field's language, one module a kind of claim; each maps a reading to findings."""
