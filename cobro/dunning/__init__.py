"""The rules of collecting, as pure functions and value types: no I/O, no clock, no engine."""
