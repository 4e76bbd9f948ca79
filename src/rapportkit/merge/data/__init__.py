"""Frozen tables that merging looks things up in."""
