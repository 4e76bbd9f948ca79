"""Findings in every format there is. Each module writes one; what they share is beside them.

`phrases` are their few words in three languages, `tally` the counts, `signs` what may be shown,
`repeats` what is told once for many, `lines` how text is laid out in columns.
"""
