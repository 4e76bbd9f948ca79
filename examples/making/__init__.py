"""What `make_examples.py` is made of: sources, Word building blocks, one layout per form, printing."""
