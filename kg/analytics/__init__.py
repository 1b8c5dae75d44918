"""kg/analytics."""
