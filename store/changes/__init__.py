"""The one write path: typed operations in change sets, which a person greenlights."""
