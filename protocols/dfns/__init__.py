"""The DFNS mechanical battery as documents."""
