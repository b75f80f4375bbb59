"""The fonts of the certificates, with their licence."""
