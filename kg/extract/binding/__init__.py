"""Binding: every number of a sentence gets one typed owner, such as a process or a sample."""
