"""One module each: what it does, and what it refuses."""
