"""The operator's hands: one module for each noun of the commands of `starter.py`."""
