"""Word files from the inside: the zip, its parts, and what their marks mean."""
