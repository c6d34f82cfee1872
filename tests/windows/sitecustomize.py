"""Python as it is on Windows, as far as the package can tell: a process that has this folder in PYTHONPATH.

Modules of POSIX are gone for everybody. The package's own code is compiled as if `sys.platform` were 'win32'
and without the names that Python lacks there, and gets a stand-in for the one module of Windows that it
uses. The libraries keep those names: they ask for this system's, since they see that it is no other.
"""

from __future__ import annotations

import ast
import errno
import importlib.machinery
import os
import sys
from types import CodeType, ModuleType
from typing import Any

# These look for what is taken away when they are read in, or whether this is Windows.
import random  # noqa: F401  isort: skip
import subprocess  # noqa: F401  isort: skip

try:
    import fcntl
except ImportError:  # this is Windows
    fcntl = None  # type: ignore[assignment]

MODULES = ("fcntl", "grp", "pwd", "resource", "termios", "tty", "syslog")
NAMES = {
    "os": (
        *("fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "mkfifo", "mknod", "statvfs"),
        *("sched_getaffinity", "sched_setaffinity", "uname", "chown", "lchown", "fchown", "fchmod", "chroot"),
        *("O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_NOATIME", "sysconf"),
        *("killpg", "setsid", "getpgid", "wait", "wait3", "wait4", "nice", "getloadavg", "openpty"),
    ),
    "signal": (
        *("SIGKILL", "SIGHUP", "SIGQUIT", "SIGPIPE", "SIGALRM", "SIGUSR1", "SIGUSR2", "SIGCHLD", "SIGSTOP"),
        *("pthread_sigmask", "pthread_kill", "sigwait", "alarm", "setitimer", "siginterrupt"),
        *("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK"),
    ),
    "time": ("tzset", "clock_getres"),
}
"""What a module of Windows' Python lacks."""
_GONE = "_is_not_there"


class Seen(ast.NodeTransformer):
    """The code with the system's name in place, and without what this system would not have."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name):
            if (node.value.id, node.attr) == ("sys", "platform"):
                return ast.copy_location(ast.Constant("win32"), node)
            if node.attr in NAMES.get(node.value.id, ()):
                node.attr += _GONE
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Call(
                ast.Name("hasattr" | "getattr"), [ast.Name(module), ast.Constant(str(name)) as asked, *_]
            ):
                if name in NAMES.get(module, ()):
                    asked.value = name + _GONE
        return node


class Loader(importlib.machinery.SourceFileLoader):
    """Compiles the package's code for this system."""

    def source_to_code(self, data: Any, path: Any, *, _optimization: int = -1) -> CodeType:  # type: ignore[override]
        tree = ast.fix_missing_locations(Seen().visit(ast.parse(data)))
        return compile(tree, path, "exec", dont_inherit=True, optimize=_optimization)


class Finder:
    """Finds the package's modules where they are."""

    @classmethod
    def find_spec(cls, name: str, path: Any = None, target: Any = None) -> Any:
        if name.partition(".")[0] != "rapportage":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None and isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            spec.loader = Loader(spec.loader.name, spec.loader.path)
        return spec


class Msvcrt(ModuleType):
    """Holds on to a file for as long as it is open, as the module of this name does."""

    LK_NBLCK = 2

    @staticmethod
    def locking(handle: int, mode: int, count: int) -> None:
        assert (mode, count) == (Msvcrt.LK_NBLCK, 1)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(errno.EACCES, "taken") from None


if sys.platform != "win32":
    assert sys.pycache_prefix, "what is compiled for this system is kept apart, in PYTHONPYCACHEPREFIX"
    for module in MODULES:
        sys.modules[module] = None  # type: ignore[assignment]
    del os.fork
    sys.modules["msvcrt"] = Msvcrt("msvcrt")
    sys.meta_path.insert(0, Finder)
