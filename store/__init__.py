"""The production datastore: complete and useful without any AI."""
