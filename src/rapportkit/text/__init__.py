"""Words and marks on plain strings: bullets, stray markup, wrapped lines, numbering, likeness."""
