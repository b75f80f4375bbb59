"""Every instrument with its history, its certificates and its state on a day."""
