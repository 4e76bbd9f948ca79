"""Rules about how well a report fits its template: T…."""
