"""The letters: what they say, how a language writes it, and that nothing in them can break a mail."""
