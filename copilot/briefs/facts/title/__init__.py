"""What the production is called: in its heading, its block of fields, its subject, or a sentence."""
