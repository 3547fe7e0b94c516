"""How long things take beside a peer that does the same; ratios, because machines differ."""
