"""A studio to look at: invented people and jobs at every stage, told as data and played through the one write path."""
