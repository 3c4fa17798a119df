"""WeasyPrint, loaded in half the time.

In:  nothing.
Out: `weasyprint` in `sys.modules`, as a plain import leaves it, but for three things that cost more to load
     than the rest together: the C functions that it calls are described by a text that cffi parses again
each time; so are its own style sheets (`user_agent_sheets.py`); and fontTools reads tables of every kind,
though HarfBuzz cuts fonts down now, and only fonts that are packed or variable need it.

What cffi makes of the text is kept beside the compiled modules of this package, as Python keeps those:
under a name that holds what it was made from, written as a whole, and not at all where Python may not
write. cffi calls this its out-of-line ABI mode (cffi.readthedocs.io, "Preparing and distributing modules").
"""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.machinery import SourcelessFileLoader
from importlib.util import cache_from_source, find_spec, module_from_spec, source_hash, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import _cffi_backend
import cffi

from issuebrief.engine.user_agent_sheets import sheets_parsed_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNUSED = (
    "fontTools.subset",
    "fontTools.ttLib",
    "fontTools.ttLib.ttFont",
    "fontTools.ttLib.woff2",
    "fontTools.varLib",
    "fontTools.varLib.instancer",
)
"""What WeasyPrint imports for fonts that are packed, or that HarfBuzz can't cut down; parents come before
children."""
KEPT = "c_definitions"


class LoadedWhenCalled(ModuleType):
    """A module that is imported only when something of it is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Give something that calls the thing of that name in the module itself.

        An error of the module is not known before it is loaded, and stands for every error till then. Raises
        AttributeError for what only the import system asks for.
        """
        if name.startswith("__"):
            raise AttributeError(name)
        if name.endswith("Error"):
            return Exception

        def call(*given: Any, **named: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*given, **named)

        return call


class CDefinitions(_cffi_backend.FFI):  # type: ignore[misc]
    """Definitions that are there already."""

    def cdef(self, source: str) -> None:
        """Do nothing with the text that they were made from."""


def load_engine() -> None:
    """Import WeasyPrint; nothing happens when it is there already."""
    if "weasyprint" in sys.modules:
        return
    kept = _place()
    definitions = _read(kept)
    ready = definitions and (lambda: definitions)
    with _put_off(UNUSED), _in_place_of(cffi, ready), _no_compiler(), sheets_parsed_once():
        import_module("weasyprint")
    if definitions is None and not sys.dont_write_bytecode:
        with suppress(OSError):
            _write(import_module("weasyprint.text.ffi").ffi, kept)


def _place() -> Path:
    """Where the definitions are kept that belong to this WeasyPrint and this cffi."""
    package = find_spec("weasyprint")
    folder = package and package.submodule_search_locations
    text = Path(folder[0] if folder else ".", "text", "ffi.py").read_bytes()
    key = source_hash(text + cffi.__version__.encode()).hex()
    return Path(cache_from_source(str(Path(__file__).with_name(f"{KEPT}_{key}.py"))))


def _read(kept: Path) -> Any:
    """The definitions as cffi keeps them; None where there are none, or none that can be used."""
    if not kept.is_file():
        return None
    loader = SourcelessFileLoader(KEPT, str(kept))
    spec = spec_from_loader(KEPT, loader)
    assert spec
    module = module_from_spec(spec)
    try:
        with _in_place_of(_cffi_backend, CDefinitions):
            loader.exec_module(module)
    except Exception:  # Whatever a damaged file raises: it is made again.
        return None
    return module.ffi


def _write(ffi: cffi.FFI, kept: Path) -> None:
    """Keep what cffi has parsed. Raises OSError where that can't be written."""
    import py_compile
    from tempfile import TemporaryDirectory

    from cffi.recompiler import make_py_source

    with TemporaryDirectory() as folder:
        source = Path(folder, f"{KEPT}.py")
        make_py_source(ffi, KEPT, str(source))
        unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(str(source), str(kept), dfile=kept.name, doraise=True, invalidation_mode=unchecked)


@contextmanager
def _in_place_of(module: Any, ffi: Any) -> Iterator[None]:
    """Let whoever asks a module for `FFI` get something else; None changes nothing."""
    plain = module.FFI
    module.FFI = ffi or plain
    try:
        yield
    finally:
        module.FFI = plain


@contextmanager
def _no_compiler() -> Iterator[None]:
    """Let libraries be found by their own names alone.

    For any other name, cffi asks Python, which on Linux starts a compiler and a linker to find out, a dozen
    times. The names that a Linux gives its libraries are among those that WeasyPrint tries.
    """
    if sys.platform != "linux":
        yield
        return
    import ctypes.util

    def no_other(name: str) -> str | None:
        return None

    plain = ctypes.util.find_library
    ctypes.util.find_library = no_other
    try:
        yield
    finally:
        ctypes.util.find_library = plain


@contextmanager
def _put_off(names: tuple[str, ...]) -> Iterator[None]:
    """Let modules be imported, and load none of them until something of it is called."""
    names = tuple(name for name in names if name not in sys.modules)
    for name in names:
        parent, _, child = name.rpartition(".")
        sys.modules[name] = stand_in = LoadedWhenCalled(name)
        setattr(import_module(parent), child, stand_in)
    try:
        yield
    finally:
        for name in reversed(names):
            parent, _, child = name.rpartition(".")
            del sys.modules[name]
            delattr(import_module(parent), child)
