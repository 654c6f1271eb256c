"""What many calls add up to: figures, each with its chart and its table."""
