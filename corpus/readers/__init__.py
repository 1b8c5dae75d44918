"""Readers: each turns the decoded text of one kind of document into a paper."""
