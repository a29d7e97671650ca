"""Movements labelled with whose money they truly are, and what wrote the long ones of these files."""
