"""What stands where in a letter: its messages and zones, its units, its names, and what of it is not meant."""
