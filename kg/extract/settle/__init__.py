"""The statements of one study put together into its claims."""
