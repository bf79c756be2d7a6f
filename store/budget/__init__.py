"""Rate cards, budgets with their accounts, lines and fringes, and the arithmetic that adds them up."""
