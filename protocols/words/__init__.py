"""What is read aloud to a participant, one document for each language (`protocols.words_document`)."""
