"""The reader that comes with ald-kg, with a card for each of its rules."""
