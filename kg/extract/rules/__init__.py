"""The reader that is part of ald-kg, with a card for each of its rules."""
