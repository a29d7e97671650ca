"""What goes wrong, on purpose, in the middle of a contact; and the count of what reached people all the same."""
