"""The relay: starts and wakes workflows for what the ledger's outbox asks."""
