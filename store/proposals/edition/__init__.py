"""A proposal as a document: the client's edition, which one sends, and the house's own, which one does not.

`build_edition` reads what the actor may see; `render_pdf` and `render_pages` set it. Both are plain functions.
"""

from store.proposals.edition.build import build_edition
from store.proposals.edition.data import Edition, EditionKind, filename
from store.proposals.edition.render import render_pages, render_pdf

__all__ = ["Edition", "EditionKind", "build_edition", "filename", "render_pages", "render_pdf"]
