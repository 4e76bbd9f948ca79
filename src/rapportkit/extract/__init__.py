"""A document read against a template becomes a report."""
