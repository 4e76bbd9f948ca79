"""What `make_event.py` is made of: what each session said (`told/`), and the forms and formats it was sent in."""
