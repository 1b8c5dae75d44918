"""Many papers at once: worker processes, what each left unread, and the report on them all."""
