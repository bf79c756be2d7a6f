"""The house's own pages: what it charges, who works for it, and how it is set up."""
