"""The intake held against the world: many signed events from several senders, while the process is killed."""
