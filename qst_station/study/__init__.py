"""The study as a document: its visits and what each asks for."""
