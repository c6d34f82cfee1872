"""Make everything ready that building or testing needs; run by make, with a bare python3.

    python3 scripts/setup.py run    the virtual environment with what `rapportage build` needs
    python3 scripts/setup.py dev    the same with the tools that check and test
    python3 scripts/setup.py bench  the same with other programs to measure against

What pip cannot bring is installed through apt where that may be done without asking; where not,
the command that does it is printed in Dutch and the exit status is 3 (make itself then leaves
with its own status 2: it has no other for a failed step).
"""

import importlib.util
import os
import platform
import subprocess
import sys
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {
    "run": ["requirements.lock"],
    "dev": ["requirements-dev.lock"],
    "bench": ["requirements-dev.lock", "requirements-bench.lock"],
}
MACHINE_LACKS = 3

sys.path.insert(0, str(ROOT / "src"))
from rapportage.machine import DEBIAN, missing_libraries, remedy, without_wheels  # noqa: E402 - the path comes first


def main(kind):
    """Set up for `kind`, one of LOCKS; the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before any version was checked
        found = ".".join(map(str, sys.version_info[:3]))
        return lacking(["Python 3.11 of nieuwer (hier staat {})".format(found)])  # noqa: UP032 - as above
    other = without_wheels(platform.machine())
    if other:
        print(
            "Niet elk onderdeel is kant-en-klaar voor deze Python. Nodig is " + other + ".", file=sys.stderr
        )
        return MACHINE_LACKS
    missing = lacks()
    if missing and may_install():
        install()
        missing = lacks()
    if missing:
        return lacking(missing)
    try:
        fill(kind)
    except subprocess.CalledProcessError as error:
        print("Het inrichten van .venv lukt niet (status", str(error.returncode) + ").", file=sys.stderr)
        print("Is er een verbinding met internet? Daarna kan dezelfde opdracht opnieuw.", file=sys.stderr)
        if sys.version_info >= (3, 15):
            found = ".".join(map(str, sys.version_info[:2]))
            print("Of is Python " + found + " te nieuw? Probeer het dan met Python 3.14.", file=sys.stderr)
        return MACHINE_LACKS
    return 0


def lacks():
    """What pip cannot bring and is not here, by name."""
    return ([] if importlib.util.find_spec("ensurepip") else ["python3-venv"]) + missing_libraries()


def may_install():
    """Whether apt can be used here without asking anyone."""
    if not which("apt-get"):
        return False
    return os.geteuid() == 0 or (bool(which("sudo")) and quiet("sudo", "-n", "true"))


def install():
    """Bring what is missing through apt."""
    become = [] if os.geteuid() == 0 else ["sudo", "-n"]
    apt = [*become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    print("Pakketten van het systeem installeren:", " ".join(DEBIAN), flush=True)
    subprocess.call([*apt, "update"])
    subprocess.call([*apt, "install", "--yes", "--no-install-recommends", *DEBIAN], stdout=subprocess.DEVNULL)


def lacking(missing):
    """Tell what is missing and which command brings it."""
    print("Op deze computer ontbreekt: " + ", ".join(missing) + ".", file=sys.stderr)
    print(remedy(), file=sys.stderr)
    print("Geef daarna dezelfde opdracht opnieuw.", file=sys.stderr)
    return MACHINE_LACKS


def fill(kind):
    """The virtual environment with the locked dependencies and the package in editable form."""
    python = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists() or not quiet(str(python), "-m", "pip", "--version"):
        print("Virtuele omgeving maken in .venv", flush=True)
        subprocess.check_call([sys.executable, "-m", "venv", "--clear", str(VENV)])
    print("Vastgelegde afhankelijkheden installeren uit", " en ".join(LOCKS[kind]), flush=True)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    for lock in LOCKS[kind]:
        only = ["--only-binary", ":all:", "--require-hashes", "--requirement", str(ROOT / lock)]
        subprocess.check_call([*pip, *only])
    subprocess.check_call([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    for done in list(LOCKS)[: list(LOCKS).index(kind) + 1]:
        (VENV / (".klaar-" + done)).touch()


def quiet(*command):
    """Whether the command succeeds; what it says is not shown."""
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in LOCKS:
        sys.exit("gebruik: python3 scripts/setup.py " + " | ".join(LOCKS))
    sys.exit(main(sys.argv[1]))
