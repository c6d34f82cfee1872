"""Fill the templates with content."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket
from jinja2.utils import LRUCache

from rapportage.compose.template_limits import BoundedEnvironment
from rapportage.dutch import date_text, list_text
from rapportage.errors import ContentError, Place, refusal
from rapportage.workspace import Workspace

_MISSING = re.compile(r"'([^']*)'(?: is undefined)?$")
"""The name at the end of what the template engine says when it does not know one."""


_SURROGATE = re.compile("[\ud800-\udfff]")

_DUTCH = (
    (r"No (filter|test) named '(\w+)'.*", r"het woord '\2' na een | of is bestaat niet"),
    (r"Unexpected end of template.*", r"een blok of uitdrukking wordt niet gesloten"),
    (r"Missing end of raw directive", r"'{% raw %}' wordt niet gesloten"),
    (r"Missing end of comment tag", r"een opmerking met '{#' wordt niet gesloten"),
    (r"Encountered unknown tag '(\w+)'.*", r"de opdracht '\1' bestaat niet of staat op de verkeerde plek"),
    (
        r"(?:float |integer )?(?:floor division|division|modulo)(?: or modulo)?(?: by zero)?",
        r"hier wordt door nul gedeeld",
    ),
    (r"object of type 'generator' has no len\(\)", r"zet '| list' achter de lijst"),
    (r".*missing \d+ required positional arguments?: (.*)", r"tussen de haakjes ontbreekt \1"),
    (r".*got an unexpected keyword argument '(\w+)'", r"'\1' kan niet tussen de haakjes staan"),
    (r"maximum recursion depth exceeded.*", r"het sjabloon roept zichzelf zonder einde aan"),
    (r"keyword argument repeated: (\w+) .*", r"'\1' staat twee keer tussen dezelfde haakjes"),
    (r"too many statically nested blocks.*", r"er staan te veel blokken in elkaar"),
    (r"unexpected '(.*)'", r"'\1' staat hier op een verkeerde plek"),
    (r"expected token '(.*)', got '(.*)'", r"hier hoort '\1' in plaats van '\2'"),
)
"""What the template engine says, and what that is in Dutch."""


def _said(message: str) -> str:
    """What the engine says, in Dutch where we know it."""
    for pattern, dutch in _DUTCH:
        if found := re.fullmatch(pattern, message, re.S):
            return found.expand(dutch)
    return message or "daar is te weinig geheugen voor"


class _Compiled(BytecodeCache):
    """The templates compiled in this run, by file, text and what they may use; nothing is kept on disk.

    Each drawing has words of its own for its template, and so an environment of its own.
    """

    def __init__(self) -> None:
        self._codes = LRUCache(_MOST_COMPILED)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the template's code in the bucket where it is known."""
        bucket.code = self._codes.get(_identity(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the code that the bucket brings."""
        self._codes[_identity(bucket)] = bucket.code


_MOST_COMPILED = 200


def _identity(bucket: Bucket) -> tuple[object, ...]:
    environment = bucket.environment
    return bucket.key, bucket.checksum, environment.autoescape, frozenset(environment.filters)


class Renderer:
    """Renders templates of one workspace, its own before the package's."""

    _compiled = _Compiled()

    def __init__(self, workspace: Workspace, *, autoescape: bool = True) -> None:
        self.workspace = workspace
        self.environment = BoundedEnvironment(
            loader=FunctionLoader(self._load),
            autoescape=autoescape,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=self._compiled,
        )
        self.environment.filters |= {"datum": _datum, "opsomming": list_text}

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """The template's XHTML; raises ContentError with the template's line."""
        # Ours are filled with content that lacks something, too: the rules tell that by its own place.
        self.environment.refuses_nothing = self.is_own(name)
        try:
            return self.environment.filled(name, values)
        except TemplateNotFound as error:
            raise refusal(
                f"sjabloon '{error.name}' bestaat niet",
                Place(self.place_of(name)),
                "zet het in templates/, of verwijder het eigen sjabloon dat ernaar verwijst",
                "sjabloon",
            ) from None
        except UndefinedError as error:
            place = self._place_in(error, name)
            found = _MISSING.search(str(error))
            word = found[1] if found else str(error)
            hint = "vergelijk het sjabloon met dat wat met rapportage meekomt"
            raise refusal(f"'{word}' is in een sjabloon onbekend", place, hint, "sjabloon") from None
        except TemplateSyntaxError as error:
            place = Place(self._file_of(error.name or name), error.lineno)
            raise refusal(
                f"het sjabloon is niet te lezen: {_said(error.message or '')}", place, None, "sjabloon"
            ) from None
        except (
            TemplateError,
            TypeError,
            ValueError,
            ArithmeticError,
            AttributeError,
            LookupError,
            RecursionError,
            MemoryError,
            SyntaxError,  # what is nested too deep for the language that templates become
        ) as error:
            place = self._place_in(error, name)
            raise refusal(
                f"het sjabloon kan niet worden ingevuld: {_said(str(error))}", place, None, "sjabloon"
            ) from None

    def _file_of(self, name: str) -> str:
        """The file of a template as messages show it, also of one that the engine names by its whole path."""
        path = Path(name)
        return self.place_of(self._name_of(path) if path.is_absolute() else name)

    def source(self, name: str) -> str:
        """The template's own text, '' when it is not there."""
        try:
            return self.workspace.read(self.workspace.template(name))
        except (OSError, ContentError):
            return ""

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        try:
            path = self.workspace.template(name)
        except FileNotFoundError:
            return None
        # What is compiled can have no name of bytes that are not UTF-8, as the folders around may be called.
        file = name if _SURROGATE.search(str(path)) else str(path)
        return self.workspace.read(path), file, lambda: True

    def place_of(self, name: str) -> str:
        """The template's file as messages show it."""
        return f"templates/{name}" if self.is_own(name) else name

    def is_own(self, name: str) -> bool:
        """Whether the template is the workspace's own."""
        return (self.workspace.root / "templates" / name).is_file()

    def _place_in(self, error: Exception, name: str) -> Place:
        """The innermost template line that the error passed through."""
        place = Place(self.place_of(name))
        trace = error.__traceback__
        while trace is not None:
            file = Path(trace.tb_frame.f_code.co_filename)
            if file.name.endswith(".j2"):
                place = Place(self.place_of(self._name_of(file)), trace.tb_lineno)
            trace = trace.tb_next
        return place

    def _name_of(self, file: Path) -> str:
        """The template name of a file in one of the folders."""
        if not file.is_absolute():
            return file.as_posix()
        for folder in self.workspace.template_folders:
            if file.is_relative_to(folder):
                return file.relative_to(folder).as_posix()
        return file.name


def _datum(day: date) -> str:
    return date_text(day)
