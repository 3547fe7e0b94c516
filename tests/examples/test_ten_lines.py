"""The ten lines that must feel good work as they are printed, as a script."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TEN_LINES = """
import stepwell as sw
report = sw.review("get out more")                     # any text or Goal; renders in a notebook
print(report.next_question)
goal = sw.Goal("Walk in the park with Sam", category="activity", why="I feel more like myself outdoors",
               target=sw.at_least(20, "minutes", due=date(2027, 3, 1)), importance=8, confidence=6)
steps = sw.ladder(5, 20, unit="minutes", rungs=4)      # a preview, with reasons
print(sw.trajectory([18, 16, 17, 12], sw.PHQ9))        # explained: change, reliable or not, response, band
book = sw.GoalBook(sw.MemoryJournal(), on_safety=alert)
book.add_goal("person-1", goal, steps=steps)
print(book.report("person-1"))
"""  # noqa: E501 - the lines stand here as they are promised

BEFORE = "from datetime import date\nalert = print\n"


def test_ten_lines_run_as_a_script(tmp_path: Path) -> None:
    """They run without a warning and say a question, a change and the goal."""
    script = tmp_path / "ten_lines.py"
    script.write_text(BEFORE + TEN_LINES, encoding="utf-8")
    command = [sys.executable, "-W", "error", str(script)]
    finished = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)

    assert (0, "") == (finished.returncode, finished.stderr)
    assert finished.stdout.splitlines()[0].endswith("?")
    assert "18 at the start, 12 now, 6 lower" in finished.stdout
    assert "Walk in the park with Sam" in finished.stdout
