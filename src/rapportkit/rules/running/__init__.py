"""Rules about the checking itself: X…."""
