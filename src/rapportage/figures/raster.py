"""Draw the bitmap of an SVG: at once for our own drawings, in a bounded process for one as given.

A small SVG can ask for hours of work or for all memory there is (filters, masks in masks, groups
with opacity in each other), and the drawing library then takes the program down with it. So an
SVG from content is drawn first by a process of its own, which may fall without harm. That
process also puts it through the layout engine, which draws the SVG itself in the PDF.
"""

from __future__ import annotations

import base64
import logging
import os
import signal
import subprocess
import sys
from contextlib import redirect_stdout, suppress
from io import StringIO
from tempfile import TemporaryDirectory

from rapportage.style.fonts import FAMILY, faces

MOST_SECONDS = 15
"""The processor time that one SVG as given may take, drawn and laid out."""
MOST_MEMORY = 2 * 1024**3
"""The address space of the process that draws it, in bytes; a page at 300 dpi takes 35 MB."""
_PATIENCE = 6 if sys.platform == "win32" else 60
"""How many times MOST_SECONDS may pass on the clock, all that counts on Windows; a busy machine is slow."""


class NotDrawn(Exception):
    """The SVG cannot be drawn within what is reasonable."""


def draw(svg: bytes, width: int, height: int) -> bytes:
    """The SVG as PNG of this size in pixels, with the house fonts only; raises NotDrawn."""
    import resvg_py

    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg.decode("utf-8"),
            dpi=96,
            width=width,
            height=height,
            font_files=[str(face.path) for face in faces()],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            serif_family=FAMILY,
            skip_system_fonts=True,
        )
    except BaseException as error:
        # The drawing library's own failures are no ordinary exceptions.
        if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
            raise
        raise NotDrawn from None
    return bytes(drawn)


def draw_bounded(svg: bytes, width: int, height: int) -> bytes:
    """The same as `draw`, by a process that may take MOST_SECONDS and MOST_MEMORY; raises NotDrawn.

    Raises it as well when the layout engine cannot draw the SVG. Memory is bounded where the
    system can (not on Windows or macOS), time everywhere.
    """
    limits = [str(number) for number in (width, height, MOST_SECONDS, MOST_MEMORY, os.getpid())]
    # -P: without it the folder that one stands in could hold a module of a library's name.
    command = [sys.executable, "-P", "-m", __name__, *limits]
    with TemporaryDirectory(prefix="rapportage-") as folder:  # for what it leaves when it has to be killed
        try:
            done = subprocess.run(
                command,
                input=svg,
                capture_output=True,
                env=os.environ | {"TMPDIR": folder},
                timeout=_PATIENCE * MOST_SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise NotDrawn from None
    if done.returncode != 0 or not done.stdout:
        raise NotDrawn
    return done.stdout


def _main(width: str, height: str, seconds: str, memory: str, parent: str) -> None:
    """Draw the SVG on standard input to standard output, within these bounds."""
    _end_with(int(parent))
    with suppress(ImportError, ValueError, OSError):
        import resource

        for what, most in ((resource.RLIMIT_CPU, int(seconds)), (resource.RLIMIT_AS, int(memory))):
            resource.setrlimit(what, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    svg = sys.stdin.buffer.read()
    drawn = draw(svg, int(width), int(height))
    _lay_out(svg)
    sys.stdout.buffer.write(drawn)


def _end_with(parent: int) -> None:
    """Be killed when the process that wants the bitmap is; elsewhere than on Linux, only time is bounded."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:  # it was killed before
            sys.exit(1)


def _lay_out(svg: bytes) -> None:
    """Let the layout engine draw the SVG; raises NotDrawn when it complains."""
    complaints: list[logging.LogRecord] = []

    def keep(record: logging.LogRecord) -> bool:
        complaints.append(record)
        return False

    logging.getLogger("weasyprint").addFilter(keep)
    try:
        with redirect_stdout(StringIO()):
            import weasyprint
    except OSError:  # its libraries are missing, which the build tells
        return
    address = "data:image/svg+xml;base64," + base64.b64encode(svg).decode()
    nothing_else = weasyprint.urls.URLFetcher(allowed_protocols={"data"})
    page = weasyprint.HTML(string=f'<img style="width: 150mm" src="{address}">', url_fetcher=nothing_else)
    page.write_pdf()
    if complaints:
        raise NotDrawn


if __name__ == "__main__":
    _main(*sys.argv[1:])
