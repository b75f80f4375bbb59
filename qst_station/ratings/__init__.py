"""What a participant or an examiner says: ratings on a named scale, and forms answered by a person."""
