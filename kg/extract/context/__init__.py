"""What a stretch of text speaks of: a hedge, the state of the field, the apparatus."""
