"""Before the call: a card that is read in twenty seconds."""
