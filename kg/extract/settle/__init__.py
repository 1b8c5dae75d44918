"""Combine the statements of one study into its claims."""
