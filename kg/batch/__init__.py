"""Read many papers: worker processes, diagnoses of what stayed unread, and the report."""
