"""What the film is to do to people, in the letter's own words."""
