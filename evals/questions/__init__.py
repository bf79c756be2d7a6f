"""Questions people put to the copilot, and what a model should look up for each: as data, graded by the calls made."""
