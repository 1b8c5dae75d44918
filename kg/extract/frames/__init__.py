"""Event frames: which verb or noun tells an event, and which of its arguments fills which part."""
