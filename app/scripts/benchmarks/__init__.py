"""What is measured, one module a benchmark; every figure is a ratio to something timed in the same run."""
