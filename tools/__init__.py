"""What a model may call: one file a slice; every tool either reads or proposes."""
