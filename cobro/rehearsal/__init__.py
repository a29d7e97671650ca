"""A rehearsal: a book of invoices, lived through on a virtual calendar with scripted people."""
