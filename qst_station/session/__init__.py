"""One visit as a pure machine: rows of the journal in, trials and parameters out."""
