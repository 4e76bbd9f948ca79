"""Rules about how much a form asks for: L…."""
