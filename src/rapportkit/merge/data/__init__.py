"""Frozen tables that merging looks things up in; each names its sources."""
