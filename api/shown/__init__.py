"""What doors show, worked out once as plain values: the terminal and the pages draw the same thing."""
