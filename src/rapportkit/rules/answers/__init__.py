"""Rules about answers: A…, and U… about text that answers nothing."""
