"""How a few hasty letters find the right objection: words first, then items, then whole phrases."""
