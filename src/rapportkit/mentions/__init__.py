"""Who and what a text names: countries, persons, who spoke and for whom, how to reach them."""
