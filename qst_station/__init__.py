"""QST Station: bedside quantitative sensory testing."""

__version__ = "0.1.0"
