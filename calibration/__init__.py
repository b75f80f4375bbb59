"""What a number means: the raw reading of a device as a force, and a force as a pressure."""
