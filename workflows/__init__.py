"""Time and process: the workflows. Deterministic, small, no I/O; rules and facts come from activities."""
