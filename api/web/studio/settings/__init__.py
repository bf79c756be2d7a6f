"""How the studio is set up, each section for those who may see it."""
