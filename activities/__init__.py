"""What a workflow asks for: everything that reads the ledger, the rules or the world."""
