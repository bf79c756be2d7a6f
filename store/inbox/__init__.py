"""Inbox: e-mails, conversations and messages, as they arrive and as they are read."""
