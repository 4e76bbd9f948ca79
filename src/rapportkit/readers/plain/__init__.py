"""Plain text taken apart: mail and pages around the report, tables in it, lines and paragraphs."""
