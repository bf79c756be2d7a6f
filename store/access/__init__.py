"""Who may see and do what: users, roles, project memberships, sessions, API tokens, and the studio itself."""
