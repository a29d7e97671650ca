"""The ledger: the truth about money, contacts, evidence and what is due next."""
