"""What is to be delivered: pieces with their numbers, lengths and shapes, over lists, tables, prose and threads."""
