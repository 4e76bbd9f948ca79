"""Rules about what writing and converting leave behind in a text: H…."""
