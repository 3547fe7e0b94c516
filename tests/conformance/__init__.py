"""Journals keep their promises, each cited by its number."""
