"""Set documents to fill in."""
