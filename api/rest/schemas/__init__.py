"""What REST v1 takes and gives. Input models refuse unknown fields; no model here is a table."""
