"""kg/export."""
