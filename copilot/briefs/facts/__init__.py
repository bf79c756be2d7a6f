"""Rules mode's reading of a brief: `reader.read_brief`."""
