"""cobro: all that would be the same on another workflow engine."""
