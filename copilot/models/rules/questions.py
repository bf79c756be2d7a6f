"""How a producer asks. Names are left to the tools, which match them with tolerance and ask back when several fit.

Readings are tried in order, the more specific first.
"""

from __future__ import annotations

import re

from copilot.models.rules.figures import currency_in, without_currency, without_each
from copilot.models.rules.plan import CREW, Call, Plan, Reading, Words, call, reading
from copilot.models.rules.stages import stage_in


def _quotes(words: Words) -> Call:
    if not words.get("who") and without_each(words["what"] or "") != words["what"]:
        return _rate(words)  # "what do we charge for a gaffer per day"
    return call("search_quotes", what=words["what"], client_or_project=words.get("who"))


def _rate(words: Words) -> Call:
    said = words.get("what") or ""
    return call("rate_card_lookup", what=without_each(without_currency(said)) or None, currency=currency_in(said))


def _overview(words: Words) -> Call:
    return call("project_overview", project=words["project"])


def _projects(words: Words) -> Call:
    return call("find_projects", stage=stage_in(words.get("stage") or ""), client=words.get("client"))


def _budget(words: Words) -> Call:
    return call("budget_lines", project=words["project"], what=words.get("what"))


def _compare(words: Words) -> Plan:
    first, second = words.get("first"), words.get("second")
    if first is None or second is None:
        return Plan(say="Which two proposals should I compare? Give me their codes or titles.")
    return Plan((call("show_proposal", proposal=first), call("show_proposal", proposal=second)))


def _proposals(words: Words) -> Call:
    status = (words.get("status") or "").lower()
    return call(
        "list_proposals",
        client_or_project=words.get("who"),
        status=status.removesuffix("s") if status.removesuffix("s") in _STATUSES else None,
    )


_STATUSES = ("open", "draft", "sent", "accepted", "declined")


def _people(words: Words) -> Call:
    role = words.get("role")
    return call("list_people", role=re.sub(r"(?<!s)s$", "", role) if role else None)


def _dates(words: Words) -> Call:
    return call("list_dates", during=words["when"], project=words.get("project"))


def _change_sets(words: Words) -> Call:
    status = (words.get("status") or "pending").lower()
    return call("list_change_sets", status="pending" if status in ("open", "waiting") else status)


def _documents(words: Words) -> Call:
    return call("search_documents", query=words["words"], project=words.get("project"))


_WHEN = (
    "(in |for |during |over )?{when=today|tonight|tomorrow|(this|next|the next|the coming|coming) .+|by .+|"
    "(january|february|march|april|may|june|july|august|september|october|november|december)( \\d\\d\\d\\d)?=}"
)
_DOCUMENTS = "(documents|files|docs|contracts|e-?mails)"

QUESTIONS: tuple[Reading, ...] = (
    reading(
        _dates,
        "(WHATIS|what have WE( got)?|what do WE have|is anything|is there anything|anything) "
        f"(happening|going on|on|coming up|up|scheduled|planned|in the (diary|calendar))( (on|with) {{project}})? "
        f"{_WHEN}",
        f"(what's|what is|how's|how is|what does) {_WHEN} (looking|looks?|shaping up)( like)?",
        f"(WHATIS |LIST )?THE(schedule|calendar|diary|agenda|dates|milestones|week) {_WHEN}",
        f"(are|do|will|what are|what do|what will|who are|when are|when do) WE (shoot(ing)?|film(ing)?) {_WHEN}",
        f"(which|what|any|LIST) THE(shoots?|shoot days?|kick-?offs?) ((is|are|do we have) )?(there )?{_WHEN}",
    ),
    reading(
        lambda words: call("find_clients", query=words["client"]),
        "(who is|who's|who are|WHATIS|LIST) THE((client|main) )?contacts?( person| persons| people)? "
        "(at|of|for|from|with|in) {client}",
        "(who is|who's|WHATIS) {client}S( client)? contact",
        "who (do|should|can) WE(talk|speak|write|call)? to at {client}",
    ),
    reading(
        lambda _: call("find_projects", order="delivery"),
        "(when|what|which)( project)? (is|are) THE(next|upcoming) (delivery|deliveries|deadlines?|due dates?)",
        "(what|which project) is due next",
        "(LIST )?THE(next|upcoming) (delivery|deliveries|deadlines?|due dates?)",
    ),
    reading(
        lambda words: call("list_proposals", client_or_project=words.get("who"), status="open"),
        "(WHATIS |LIST )?THE((total|sum|value) (of|for) )?THE(pending|open|outstanding) (quotes?|proposals|offers|bids)"
        "( (for|to|of) {who})?",
        "how much (is|are|do we have)( in| out in)? THE(pending|open|outstanding) (quotes?|proposals|offers|bids)",
    ),
    reading(  # before budgets: what was offered is the proposal's own figure, whatever its budget has become
        lambda words: call("show_proposal", proposal=words["proposal"]),
        "(WHATIS )?THESUM (of|for|in|on) THE(proposal|offer|bid) (for|to|of) {proposal}",
        "(WHATIS )?THESUM (of|for|in|on) THE{proposal}S (proposal|offer|bid)",
        "WHATIS THE{proposal}S (proposal|offer|bid)S SUM",
        "(how much|what) (is|was|are|were) THE(proposal|offer|bid) (for|to) {proposal}( worth)?",
        "how much (is|was) THE{proposal}S (proposal|offer|bid)( worth)?",
        "(how much|what) (does|did|do) THE(proposal|offer|bid) (for|to|of) {proposal} (come to|cost|total|add up to)",
        "(how much|what) (does|did|do) THE{proposal}S (proposal|offer|bid) (come to|cost|total|add up to)",
    ),
    reading(
        _budget,
        "how much (is|are|was|were|does|do) THE{project} (job|project|campaign|production|film|commercial|series|shoot|"
        "launch)( cost)?",
    ),
    reading(
        _quotes,
        "(what|how much) DID WE (ever )?QUOTED (for|on) {what} (for|to|on|with|at|in) {who}",
        "(what|how much) DID WE (ever )?QUOTED {who=(?!for |on ).+?=} (for|on) {what}",
        "(what|how much) DID WE (ever )?QUOTED ((us|me) )?(for|on) {what}",
        "WHATIS THE(quotes?|price|cost|charge|estimate)( WE QUOTED)? (for|of|on) {what} (for|to|on|with|in|at) {who}",
        "(LIST )?THE((past|previous|earlier) )?quotes? (for|of|on) {what} (for|to|on|with|at) {who}",
        "(LIST )?THE((past|previous|earlier) )?quotes? (for|of|on) {what}",
        "how much (was|were) {what} (for|on|in|at) {who}",
    ),
    reading(
        _rate,
        "((LIST|WHATIS) )?(is )?(on )?THE((whole|full) )?rate\\s?card( (for|of) {what})?",
        "(WHATIS )?THERATE (for|of) {what}PER",
        "WHATIS THE{what}S RATE",
        "how much (does|do|would|is|are) {what}( (cost|charge|get|go for))?( us)?PER",
        "what (does|do|would) {what} (cost|charge|go for)( us)?PER",
        "WHATIS THE(prices?|costs?) (for|of) {what}PER",
    ),
    reading(
        _budget,
        "(WHATIS )?THE(grand\\s|sub)?total (of|for|in|on) THE(budget (of|for|on) )?{project}(S budget)?",
        "((WHATIS|LIST) )?THE(total )?budgets?( (lines?|total))? (for|of|on|in) {project}",
        "((WHATIS|LIST) )?THE{project}('s|’s) {what} (budget )?lines?",
        "((WHATIS|LIST) )?THE{what} (budget )?lines? (for|of|on|in) {project}(S budget)?",
        "(how much|what) (is|have we|did we) (budgeted|in the budget|budget) for {what} (on|in|for) {project}",
        "((WHATIS|LIST) )?THE{project}S (total )?budget( (total|lines?))?",
        "WHATIS {project}('s|’s) (grand )?total",
    ),
    reading(
        _compare,
        "compare THE(proposals? )?{first} (and|with|to|against|vs\\.?|versus) THE(proposal )?{second}",
        "compare( (the|these|our))?( two)? proposals?",
    ),
    reading(
        _proposals,
        "(LIST )?THE({status=open|sent|past|accepted|declined|drafts?=} )?proposals"
        "( (are there|do we have|have we sent))?( (for|to|of|with) {who})?",
        "what (did|have) we (propose|proposed|sent|send) (to )?{who}",
    ),
    reading(
        lambda words: call("show_proposal", proposal=words["proposal"]),
        "(show( me)?|open|read|WHATIS) THEproposal (for |to )?{proposal}",
        "{proposal=(pr|prop|q)-[A-Za-z0-9]+=}",
    ),
    reading(
        lambda words: call("show_change_set", code=(words["code"] or "").upper()),
        "((show( me)?|open|read|explain|what is in|what's in|what does) )?(change\\s?set )?{code=CS=}"
        "( (say|do|change))?",
    ),
    reading(
        _change_sets,
        "(LIST )?THE({status=pending|applied|rejected|stale|expired|superseded|reverted|open|waiting=} )?"
        "(change\\s?sets?|changes|approvals)( (are there|(are )?(pending|open|waiting)|do we have))?( for me)?",
        "(what|is (there )?anything)(( is|'s|s| needs| do i need))? (pending|waiting)( for me)?",
        "(what|is (there )?anything)(( is|'s|s| needs| do i need))? to (be )?(greenlit|greenlight|approved?)( for me)?",
        "(what|is (there )?anything)(( is|'s|s))? ((waiting|pending) for |needs )?my (approval|decision|greenlight)",
    ),
    reading(
        _people,
        "(who is|who's|who are|which {role} (is|are)) (available|free)( .+)?",
        "who (is|are|do we have|works?)( .+)? (on|in) (the |our )?(crew|team|books)( .+)?",
        "(LIST )?THE(crew|people|freelancers|team)( (list|members|do we have|are there))?",
        f"(find|get|i need|we need|do we have|suggest|who is|who's|list|which|what|show)( me)? THE"
        f"{{role=([\\w-]+ )?{CREW}=}}( (do we have|are there|available|is available))?",
    ),
    reading(
        _documents,
        f"(search|look|find) (in |through )?THE{_DOCUMENTS} for {{words}}",
        f"(search|look|find) (in |through )?THE{_DOCUMENTS} (of|on|about) {{project}} for {{words}}",
        f"(search|look|find) (in |through )?THE{{project}}S {_DOCUMENTS} for {{words}}",
        f"(find|search for|look for) {{words}} in THE{_DOCUMENTS}",
        "what (does|do|did) THE(contract|agreement|brief|document|mail|e-?mail)s? say about {words}",
        "what (does|do|did) THE{project}S (contract|agreement|brief|document|mail|e-?mail)s? say about {words}",
    ),
    reading(lambda words: call("find_clients"), "((LIST|who are) )?THE(clients|customers)( (do we have|are there))?"),
    reading(
        _projects,
        "(LIST )?THE((active|open|running) )?(projects|jobs|productions)( (are|do we have|is|are there))?"
        "( (in|at) {stage=STAGE=})?( (for|with|from|of) {client})?NOW",
        "(what|which)( projects)? (is|are)( we)?NOW in {stage=STAGE=}NOW",
    ),
    reading(
        _overview,
        "(what|which) (stage|phase) (is|are) {project}( (in|at|on))?NOW",
        "(what|which) (stage|phase) {project} (is|are) (in|at|on)NOW",
        "(who is|who's|what is|what's) THE(client|customer|delivery date|deadline|due date) (of|for|on) {project}",
        "when (is|are|does|do) {project} (due|delivered?|deliver|start|shoot|finish|end)",
        "when (is|are) THE(delivery|deadline|due date|shoot|shoot days?|start|edit|grade|wrap)( date)? (of|for|on) "
        "{project}",
        "when (is|are) THE{project}S (delivery|deadline|due date|shoot|shoot days?|start|edit|grade|wrap)( date)?",
        "(when|on which days?) (do|will|are|did) WE "
        "(shoot(ing)?|film(ing)?|start(ing)?|deliver(ing)?|finish(ing)?|edit)( on)? {project}",
        "(WHATIS |LIST )?THE(schedule|milestones|dates|timeline|shoot dates?) (of|for|on) {project}",
        "who is {project} for",
        "(WHATIS )?THE(status|stage|state|overview|summary|progress) (of|for|on|with) {project}",
        "(WHATIS )?THE{project}S (status|stage|overview)",
        "how('s| is| are) {project} (doing|going|coming along|looking)NOW",
        "where (are we|do we stand|is|does) (with |on |stand with )?{project}( (at|stand))?NOW",
        "(tell me about|summari[sz]e|open|show( me)? project|what about) {project}",
        "what (does|do) {project} (still )?(need|lack|miss)( .+)?",
        "(what is|what's) (blocking|missing (for|on|in)|holding up) {project}",
    ),
)
