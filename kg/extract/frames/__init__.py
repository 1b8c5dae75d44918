"""Event frames: the verbs and nouns that name an event, and the parts that its arguments fill."""
