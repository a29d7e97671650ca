"""What would leave in the days ahead, found out on a copy of the ledger by the very functions that the workers use."""
