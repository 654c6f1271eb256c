"""Who we call and where they came from."""
