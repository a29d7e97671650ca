"""What a case costs: its Actions, events and bytes, and its CPU against bare Temporal of the same shape."""
