"""Build the documents: Sphinx, MyST and furo, with the docstrings as reference.

Nothing is fetched while building, and a built page loads nothing from elsewhere:
formulas become MathML, which browsers and screen readers know.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
from enum import Enum
from functools import cache
from importlib import import_module, metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.logging import getLogger

import stepwell

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.writers.html5 import HTML5Translator

project = "stepwell"
author = copyright = "the stepwell authors"
release = version = metadata.version("stepwell")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(collections\.abc|datetime|enum|zoneinfo)\..*"),  # the standard library's own pages
    ("py:.*", r"stepwell\.story\.careplan\.EventT_co"),  # a type variable has no page
    # what views, word lists and read statements are made of is not public
    ("py:.*", r"stepwell\.(_patterns|_text|display\.views|smart\.statement)\..*"),
]

myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "member-order": "bysource", "no-value": True}
autodoc_preserve_defaults = True
autodoc_type_aliases = {
    "Event": "stepwell.story.Event",
    "JSON": "stepwell.typing.JSON",
    "Request": "stepwell.story.Request",
    "Storable": "stepwell.serialization.Storable",
    "Story": "stepwell.service.Story",
}
napoleon_google_docstring = False
napoleon_attr_annotations = False
napoleon_custom_sections = [("Attributes", "params_style"), ("Warns", "params_style")]
python_use_unqualified_type_names = True
python_display_short_literal_types = True
python_maximum_signature_line_length = 60

html_theme = "furo"
pygments_dark_style = "github-dark"
toc_object_entries_show_parents = "hide"
html_title = f"stepwell {version}"
html_static_path = ["_static"]
html_css_files = ["stepwell.css"]
html_copy_source = False
html_math_renderer = "mathml"


@cache
def notes_on_names() -> dict[str, list[str]]:
    """Return what the text below an assignment says of a public name.

    Sphinx looks for it in the module that is being documented; ours often stands
    in the private module that the name is imported from.
    """
    found: dict[str, list[str]] = {}
    for file in Path(stepwell.__file__).parent.rglob("*.py"):
        notes = ModuleAnalyzer.for_file(file, file.stem).find_attr_docs()
        found.update({name: lines for (owner, name), lines in notes.items() if not owner})
    return found


def keep_member(
    _app: Sphinx, _what: str, name: str, thing: Any, _skip: object, _options: Any
) -> bool | None:
    """Keep the members of enumerations, and names with a text below them."""
    return False if isinstance(thing, Enum) or name in notes_on_names() else None


def mend_docstring(
    _app: Sphinx, what: str, name: str, thing: Any, _options: Any, lines: list[str]
) -> None:
    """Undo what napoleon does to a text with a colon; show footnotes as a list."""
    if what == "data":
        lines[:] = notes_on_names().get(name.rpartition(".")[2], lines)
    if what == "property":
        lines[:] = (inspect.getdoc(thing) or "").splitlines()
    text = re.sub(r"^\.\. \[(\d+)\] ", r"\1. ", "\n".join(lines), flags=re.MULTILINE)
    lines[:] = re.sub(r"\[(\d+)\]_", r"[\1]", text).split("\n")


def mend_signature(
    _app: Sphinx, _what: str, _name: str, thing: Any, _options: Any, *signature: str | None
) -> tuple[str | None, ...]:
    """Name type aliases inside of others, and show defaults that attrs looks up."""
    fields = attrs.fields_dict(thing) if isinstance(thing, type) and attrs.has(thing) else {}
    return tuple(part and _mended(part, fields) for part in signature)


def _mended(part: str, fields: dict[str, Any]) -> str:
    """Return the arguments or the result of a signature as somebody would write them."""
    named = re.sub(r"TypeAliasForwardRef\('([\w.]+)'\)", r"\1", part)
    lookup = r"attr_dict\['(\w+)'\]\.default|NOTHING"
    return re.sub(lookup, lambda found: _default_of(fields.get(found[1])), named)


def _default_of(field: attrs.Attribute[Any] | None) -> str:
    """Return the default of a field as somebody would write it."""
    default = None if field is None else field.default
    if field is None or isinstance(default, attrs.Factory):
        return "..."
    return (
        f"{type(default).__name__}.{default.name}" if isinstance(default, Enum) else repr(default)
    )


def find_name(
    app: Sphinx, env: BuildEnvironment, node: Element, contnode: Element
) -> Element | None:
    """Return a link for a type alias, which is data to Sphinx, and for a name of the façade."""
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    package, _, name = target.rpartition(".")
    if package == "stepwell" and name in stepwell.__all__:
        home = getattr(stepwell, name).__module__.split(".")[1]
        target = f"stepwell.{home}.{name}"
    python = env.domains.python_domain
    return python.resolve_xref(env, node["refdoc"], app.builder, "obj", target, node, contnode)


def miss_nothing(_app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of every public name that has no entry in the reference."""
    entries = env.domains.python_domain.objects
    for module in pkgutil.iter_modules(stepwell.__path__, "stepwell."):
        if "._" not in module.name:
            for name in import_module(module.name).__all__:
                if f"{module.name}.{name}" not in entries:
                    getLogger(__name__).warning("no reference for %s.%s", module.name, name)


def show_formula(translator: HTML5Translator, node: nodes.math | nodes.math_block) -> None:
    """Write a formula as MathML."""
    block = isinstance(node, nodes.math_block)
    try:
        formula = tex2mathml(re.sub(r"\s+", " ", node.astext()), as_block=block)
    except MathError as error:
        getLogger(__name__).warning("formula cannot become MathML: %s", error, location=node)
        raise nodes.SkipNode from None
    translator.body.append(f'<div class="math">{formula}</div>' if block else formula)
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Join the parts above to Sphinx."""
    app.connect("autodoc-skip-member", keep_member)
    app.connect("autodoc-process-docstring", mend_docstring, priority=900)
    app.connect("autodoc-process-signature", mend_signature)
    app.connect("missing-reference", find_name)
    app.connect("env-check-consistency", miss_nothing)
    app.add_html_math_renderer("mathml", (show_formula, None), (show_formula, None))
