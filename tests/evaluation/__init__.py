"""How well stepwell agrees with numbers and labels that others published or wrote.

Each ``python -m tests.evaluation.NAME`` prints one JSON object.
"""
