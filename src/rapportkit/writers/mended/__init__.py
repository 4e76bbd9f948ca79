"""A copy of the author's own file in which spacing, stray markup, bullets and the spelling of labels are mended."""
