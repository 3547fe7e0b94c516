"""Build the distributions, look inside, install the wheel elsewhere and run the first example.

Run as ``python -m tests.packaging.distributions`` with ``build`` installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

__all__ = ["main"]

ROOT = Path(__file__).parents[2]

SDIST_TOP = {
    "CHANGELOG.md",
    "LICENSE",
    "PKG-INFO",
    "README.md",
    "docs",
    "examples",
    "pyproject.toml",
    "src",
    "tests",
}

LOOK_AROUND = """
import pathlib, sys, sysconfig
import stepwell
import stepwell.messages
home = pathlib.Path(stepwell.__file__).parent
assert home.is_relative_to(sysconfig.get_path("purelib")), home
assert (home / "py.typed").is_file()
assert stepwell.messages.message_ids()
"""


def run(*command: str | Path, where: Path) -> None:
    """Run a command in a folder; stop at the first that fails."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(list(map(str, command)), check=True, cwd=where, env=clean)


def shipped() -> set[str]:
    """Return the files of the package as they stand in ``src``."""
    source = ROOT / "src"
    return {
        file.relative_to(source).as_posix()
        for file in source.glob("stepwell/**/*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def check_wheel(wheel: Path) -> None:
    """See that the wheel holds the package, its data and its licence, and nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = {name for name in names if not name.partition("/")[0].endswith(".dist-info")}
    assert package == shipped(), sorted(package ^ shipped())
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert any(name.endswith(".toml") for name in package)
    assert "stepwell/py.typed" in package


def check_sdist(sdist: Path) -> None:
    """See that the source distribution holds what its tests need."""
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    top = {name.partition("/")[0] for name in inside if name}
    assert {name for name in top if not name.startswith(".")} == SDIST_TOP, sorted(top ^ SDIST_TOP)
    assert {f"src/{name}" for name in shipped()} <= inside


def check_installed(wheel: Path, folder: Path) -> None:
    """Install the wheel into an environment of its own, far from ``src``, and use it."""
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel, where=folder)
    run(python, "-m", "pip", "check", where=folder)
    run(python, "-W", "error", "-c", LOOK_AROUND, where=folder)
    run(python, "-W", "error", ROOT / "examples" / "01_first_goal.py", where=folder)


def main() -> None:
    """Do all of it in a temporary folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.executable, "-m", "build", "--outdir", folder / "dist", ROOT, where=folder)
        (wheel,) = (folder / "dist").glob("*.whl")
        (sdist,) = (folder / "dist").glob("*.tar.gz")
        check_wheel(wheel)
        check_sdist(sdist)
        check_installed(wheel, folder)
    print(f"{wheel.name} and {sdist.name} hold what they should, and the wheel works")


if __name__ == "__main__":
    main()
