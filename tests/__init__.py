"""Everything that checks stepwell.

``unit``: one module each; ``property``: laws; ``evaluation``: published numbers and
agreement with hand-labelled sentences; the other folders say it in their own words.
"""
