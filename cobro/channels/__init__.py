"""Ways out: one module for each provider, all behind `Way`."""
