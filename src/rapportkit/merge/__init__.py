"""Several reports become one summary."""
