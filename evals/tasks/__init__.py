"""Tasks: things people do with the whole product, graded on what the database holds in the end, not on prose."""
