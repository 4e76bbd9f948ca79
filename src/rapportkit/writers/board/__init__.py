"""The board of who has sent what, as text and as a page. `phrases` are its few words in three languages."""
