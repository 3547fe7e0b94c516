"""What is true of the package as a whole: its names, layers, imports and files."""
