"""Size of a limb: volume, side difference, change beyond the measurement error, agreement of readers."""
