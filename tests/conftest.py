"""Choose how hard Hypothesis looks: ``dev``, ``ci`` or ``fuzz``.

``HYPOTHESIS_PROFILE`` names one; without it, it is ``ci`` where ``CI`` is set
and ``dev`` elsewhere.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile(
    "ci",
    derandomize=True,  # the same examples on every run: a red run is the change's doing
    deadline=None,  # a slow machine is not a broken law
    database=None,
    max_examples=100,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "fuzz",
    max_examples=20_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)
