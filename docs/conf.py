"""Build the documents: Sphinx, MyST and furo, with the docstrings as reference.

Nothing is fetched while building, and a built page loads nothing from elsewhere:
formulas become MathML, which browsers and screen readers know.
"""

from __future__ import annotations

import inspect
import re
from enum import Enum
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    ("py:.*", r"stepwell\..*\.(EventT_co|FactT)"),  # type variables have no page
]

myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "member-order": "bysource", "no-value": True}
autodoc_preserve_defaults = True
napoleon_google_docstring = False
napoleon_custom_sections = [("Attributes", "params_style"), ("Warns", "params_style")]
python_use_unqualified_type_names = True
python_display_short_literal_types = True
python_maximum_signature_line_length = 72

html_theme = "furo"
html_title = f"stepwell {version}"
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


def keep_member(  # noqa: PLR0913 - Sphinx hands over six things
    _app: Sphinx, _what: str, name: str, thing: Any, _skip: bool, _options: Any
) -> bool | None:
    """Keep the members of enumerations, and names with a text below them."""
    return False if isinstance(thing, Enum) or name in notes_on_names() else None


def mend_docstring(  # noqa: PLR0913 - Sphinx hands over six things
    _app: Sphinx, what: str, name: str, thing: Any, _options: Any, lines: list[str]
) -> None:
    """Mend what napoleon leaves: texts that hold a colon, and footnotes, as a list."""
    if what == "data":
        lines[:] = notes_on_names().get(name.rpartition(".")[2], lines)
    if what == "property":
        lines[:] = (inspect.getdoc(thing) or "").splitlines()
    text = re.sub(r"^\.\. \[(\d+)\] ", r"\1. ", "\n".join(lines), flags=re.MULTILINE)
    lines[:] = re.sub(r"\[(\d+)\]_", r"[\1]", text).split("\n")


def find_alias(
    app: Sphinx, env: BuildEnvironment, node: Element, contnode: Element
) -> Element | None:
    """Return a link for an annotation that names a type alias, which is data to Sphinx."""
    if node.get("refdomain") != "py" or node.get("reftype") != "class":
        return None
    domain = env.domains.python_domain
    return domain.resolve_xref(
        env, node["refdoc"], app.builder, "obj", node["reftarget"], node, contnode
    )


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
    app.connect("missing-reference", find_alias)
    app.add_html_math_renderer("mathml", (show_formula, None), (show_formula, None))
