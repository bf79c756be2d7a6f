"""Every tool there is, in the order models are offered them."""

from __future__ import annotations

from tools.budget import budget_lines, rate_card_lookup, search_quotes
from tools.budget_changes import propose_budget_line, propose_budget_line_change
from tools.changes import list_change_sets, show_change_set
from tools.crew import list_people
from tools.dates import list_dates
from tools.declare import Tool
from tools.documents import read_document_page, search_documents
from tools.operations import propose_changes
from tools.projects import find_clients, find_projects, project_overview, propose_contact, propose_stage_change
from tools.proposals import list_proposals, show_proposal

TOOLS: tuple[Tool, ...] = (
    find_projects,
    project_overview,
    list_dates,
    find_clients,
    search_quotes,
    list_proposals,
    show_proposal,
    rate_card_lookup,
    budget_lines,
    list_people,
    search_documents,
    read_document_page,
    list_change_sets,
    show_change_set,
    propose_stage_change,
    propose_budget_line_change,
    propose_budget_line,
    propose_contact,
    propose_changes,
)
