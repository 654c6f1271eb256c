"""What happens in a call: events, engine, coach, objection finder."""
