"""Rules about what else a template's JSON Schema asks for: S…. The only rules that speak of it."""
