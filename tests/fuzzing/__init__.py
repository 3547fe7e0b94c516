"""The laws, tried for as long as one likes."""
