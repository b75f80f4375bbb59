"""A simulated participant, hand and examiner: for demonstration, training and tests of the whole way."""
