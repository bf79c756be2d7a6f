"""What pages are made of. What is only shown is HTML, escaped by htpy; what acts is a NiceGUI element."""
