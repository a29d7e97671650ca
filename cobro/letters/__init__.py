"""Turns what a letter has to say into the exact bytes that leave the house, and refuses an incomplete one."""
