"""When: shoot days and dates, the window of a shoot, and the day the last finished piece is due."""
