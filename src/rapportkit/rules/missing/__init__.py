"""Rules about what must stand in the head of a report: M…."""
