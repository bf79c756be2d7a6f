"""Projects: the board, and each project's overview, proposal, budget, documents and activity.

What a page shows is read by pure functions of (session, actor) into frozen values that hold only what this reader may
see: what may not be seen is never read, so it cannot be drawn by mistake.
"""
