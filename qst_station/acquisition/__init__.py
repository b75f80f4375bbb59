"""From decoded messages to samples and marks in the order in which they happened."""
