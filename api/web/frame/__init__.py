"""What every page stands in: who looks at it, the shell around it, what keeps it live, and how it says no."""
