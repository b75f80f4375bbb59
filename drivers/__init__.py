"""Bytes to readings and orders to bytes: gauges, response buttons and their links.

A gauge is a `GaugeSpec` (data) and a codec; a `Conversation` holds the dialogue without I/O; a `Reader` runs
it over a `Link`. `drivers.simulated` has byte-exact stand-ins on the other side of the same links.
This package knows no test, no participant and no force: sign and scale belong to `calibration`.
"""
