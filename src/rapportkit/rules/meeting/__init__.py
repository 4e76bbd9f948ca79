"""Rules about the event: what its programme says, the other reports, and the goals that are cited."""
