"""Whose money is it: bank movements held against open invoices, by pure rules. What is not certain is only proposed."""
