"""Frozen tables that writers look things up in."""
