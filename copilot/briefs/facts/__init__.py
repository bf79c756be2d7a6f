"""Rules mode's reading of a brief, `reader.read_brief`: a room for each fact; `letter` is what stands where in it."""
