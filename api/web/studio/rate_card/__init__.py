"""What the studio charges: read, edited one by one or together, and taken over from a spreadsheet."""
