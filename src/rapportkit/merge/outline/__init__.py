"""How a summary is laid out as a paper: each point in one part of the body, the most shared first, within a budget.

`outline` is the recipe. `candidates` says what may be told and in which part, `budget` what is told where not
everything can be, `groups` how each part is arranged; `spoken` is what may be said in a few minutes. Nothing is computed from the order of arrival.
"""

from rapportkit.merge.outline.recipe import BUDGET, outline
from rapportkit.merge.outline.spoken import spoken

__all__ = ["BUDGET", "outline", "spoken"]
