"""kg/queries."""
