"""The kind of statement that a stretch of text makes: hedged, general, or on the apparatus."""
