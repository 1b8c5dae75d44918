"""The rules of the field's language, a module a kind of claim; each maps a reading to findings."""
