"""Readers: each turns one kind of document into a paper."""
