"""What publishing makes of the built book; `book/publish.py` runs it."""
