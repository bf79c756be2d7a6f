"""Who works for the studio, and what they are paid for those who may know."""
