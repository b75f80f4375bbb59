"""The electronic von Frey as a document. It is no part of the DFNS battery."""
