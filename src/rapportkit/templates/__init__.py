"""Reporting templates: JSON Schemas with annotations, found, built and checked."""
