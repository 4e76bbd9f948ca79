"""A report's own file, with the findings written into a copy: Word comments, or a marked-up page of a text."""
