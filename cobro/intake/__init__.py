"""What comes in as files: read strictly, every problem told with its place."""
