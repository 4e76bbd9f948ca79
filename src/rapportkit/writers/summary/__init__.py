"""A summary as papers and tables.

`paper` lays out an outline as nodes (headings, paragraphs, tables), which docx, md and pdf tell alike; html is a
page of its own; csv and xlsx are tables of every point.
"""
