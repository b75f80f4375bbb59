"""Simulated devices: behaviour in time, dialect in bytes, faults, and the links they are reached by."""
