"""Ways in over HTTP: billing events, files, and what providers and customers say."""
