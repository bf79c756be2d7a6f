"""What we say to models: one Markdown file a concern, its variables named in the front matter."""
