"""Frozen tables of names and words; each names its sources."""
