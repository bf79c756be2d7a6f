"""How a producer asks for a change. Nothing changes: each request becomes a proposal that a person greenlights."""

from __future__ import annotations

from copilot.models.rules.asked import added_line
from copilot.models.rules.figures import line_figures, number_of
from copilot.models.rules.plan import Argument, Plan, Reading, Words, call, reading
from copilot.models.rules.stages import STAGES, stage_in

CANNOT_GREENLIGHT = (
    "I cannot greenlight, reject or undo anything: only a person who has signed in can, with "
    "`greenlight changes greenlight {code}` (or `reject`, `undo`) or through the REST API."
)
NO_DATES = (
    "I cannot move dates from a message in rules mode yet. The dates on record I can tell you, if you name the project."
)
HELP = (
    "I read the studio's records and prepare changes for you to greenlight. You can ask, for example "
    "(with the names of the demo studio):\n"
    "- What did we quote Lumen for camera?\n"
    "- What is our day rate for a gaffer?\n"
    "- What is the total budget of Winter Evenings? Show me its camera lines.\n"
    "- Which projects are in production? What stage is Winter Evenings in?\n"
    "- List proposals for Lumen. Compare the Winter Evenings proposal with the Home Light proposal.\n"
    "- What is waiting for my approval? Show CS-…\n"
    "- Who is on the crew? Find me a colourist.\n"
    "- Draft a proposal from this brief: …\n"
    "- Move Home Light back to delivery. Change the gaffer rate on LUM-26-02 to 650. Add a stylist for 2 days to "
    "LUM-26-02."
)
GREETING = (
    "Hello. Ask me about projects, quotes, budgets, rates or crew, or give me a brief. `help` lists what I can do."
)
_FIELDS = {"days": "quantity", "units": "quantity", "number": "quantity", "amount": "rate", "price": "rate"}


def _draft(words: Words) -> Plan:
    brief = words.get("brief")
    if brief is None or len(brief) < 20:
        return Plan(say="Please paste the brief after the request, or attach it: I need its text to draft a proposal.")
    return Plan((call("draft_proposal_from_brief", text=brief),))


def _move(words: Words) -> Plan:
    stage = stage_in(words.get("stage") or "")
    if stage is None:
        return Plan(say=f"To which stage? A project moves through {', '.join(STAGES)}.")
    return Plan((call("propose_stage_change", project=words["project"], stage=stage, reason=words.get("reason")),))


def _next_stage(words: Words) -> Plan:
    return Plan(say=f"To which stage should {words['project']} move? Stages are {', '.join(STAGES)}.")


def _line(words: Words) -> Plan:
    wanted = _figures(words.get("field"), words["value"] or "")
    if not wanted:
        return Plan(
            say=f"To which number should “{words['line']}” change? Write it like 650 or 1,250.50, or `4 days at 540`."
        )
    return Plan((call("propose_budget_line_change", project=words["project"], line=words["line"], **wanted),))


def _figures(field: str | None, said: str) -> dict[str, Argument]:
    """The new figure of a field that was named; else the rate and the quantity that are said: "4 days at 540"."""
    if field is None:
        return line_figures(f"to {said}")
    value = number_of(said)
    return {_FIELDS.get(field.lower(), field.lower()): value} if value is not None else {}


def _add_line(words: Words) -> Plan:
    rate = f" at {words['rest']}" if words.get("rest") else ""
    figures = line_figures(f"{words.get('quantity') or ''}{rate}")
    return added_line({"project": words.get("project"), "line": words["line"], **figures})


def _contact(words: Words) -> Plan:
    if words.get("client") is None:
        return Plan(say=f"For which client is {words['name']} a contact?")
    given = {key: words.get(key) for key in ("client", "name", "email", "phone")}
    return Plan((call("propose_contact", **given),))


def _decide(words: Words) -> Plan:
    code = words.get("code")
    return Plan(say=CANNOT_GREENLIGHT.format(code=code.upper() if code else "CS-…"))


_QUANTITY = "{quantity=\\d[\\d.,]* ?(x|days?|hours?|weeks?|months?|units?|heads?|nights?)=}"
_ADDED = "{line=(?!contact).+?=}"
_REST = "(,? (at|for) {rest=[^ ]+( (eur|usd|gbp|euros?|a day|per day))*=})?"

REQUESTS: tuple[Reading, ...] = (
    reading(
        _draft,
        "PLEASE(draft|write|make|create|prepare|build|do)( me| up)? THE(new )?OFFER (from|for|based on|out of|on|with)"
        r"( (this|the|my|a|attached|following))* BRIEF( [^:\n]{1,80})?\s*[:\n-]\s*{brief=.*=}",
        r"PLEASE(turn|make)( (this|the|my|following))* BRIEF( in\s?to)? THEOFFER\s*[:\n]\s*{brief=.*=}",
        r"(new |the |here is the |here's the )?brief( from [^:\n]{1,60})?\s*[:\n]\s*{brief=.+=}",
        "PLEASE(draft|write|make|create|prepare)( me)? THE(new )?OFFER( (from|for|based on) (this|the|a)( brief)?)?",
    ),
    reading(
        lambda _: Plan(say=NO_DATES),
        "PLEASE(move|set|put|push|shift|change|bring|postpone|delay)( back| forward)? "
        "THE((first|last|next) )?(delivery|deadline|due date|shoot(ing)?|start|wrap|edit|grade)( dates?| days?)?"
        "( (of|for|on) .+)? (to|by|until|back|forward)( .+)?",
        "PLEASE(move|push|shift|change|bring|postpone|delay) THE((?! (in|on)?to ).)+? "
        "(delivery|deadline|due date|shoot(ing)?)( dates?| days?)? (to|by|until|back|forward)( .+)?",
    ),
    reading(
        _move,
        "PLEASE(move|advance|set|put|take|push|shift|bring|send) {project}( stage)?( on)?( back)? (in|on)?to"
        " {stage=STAGE=}( stage)?( please)?(,? (because|since|as) {reason})?",
        "PLEASE(set|change) THE(stage|status) of {project} to {stage}",
        "PLEASE(move|advance|push) {project} to {stage}",
        "PLEASE(start|begin) {stage=STAGE=} (of|on|for) {project}",
    ),
    reading(_next_stage, "PLEASE(advance|move on) {project}( to the next stage)?"),
    reading(
        _line,
        "PLEASECHANGE THE{field=FIELD=} (of|for) {line} (on|in|for) {project}(S budget| budget)? (to|at) {value}",
        "PLEASECHANGE THE{line} {field=FIELD=} (on|in|for|of) {project}(S budget| budget)? (to|at) {value}",
        "PLEASECHANGE THE{line} (line )?(on|in) {project}(S budget| budget)? (to|at) {value}",
    ),
    reading(
        _contact,
        r"PLEASE(add|create|save) (a |the |new )*contact {name}[,:]?( <?{email=EMAIL=}>?)?[,:]?"
        r"( {phone=\+?[\d\s()-]{6,}=})?( (to|for|at) {client})?",
        r"PLEASE(add|save) {name}[, ]+<?{email=EMAIL=}>?( as (a |the )?contact)? (to|for|at|of) {client}"
        "( as (a |the )?contact)?",
    ),
    reading(
        _add_line,
        f"PLEASEADD THE{_ADDED} for {_QUANTITY} (to|on|in|into) {{project}}(S budget)?{_REST}",
        f"PLEASEADD {_QUANTITY} (of )?THE{{line}} (to|on|in|into) {{project}}(S budget)?{_REST}",
        f"PLEASEADD THE{_ADDED} (to|on|in|into) {{project}}(S budget)? for {_QUANTITY}{_REST}",
        f"PLEASEADD THE{_ADDED} for {_QUANTITY}{_REST}",
        "PLEASEADD THE(new )?(budget )?line (for|of) {line} (to|on|in|into) {project}(S budget)?",
    ),
    reading(
        _decide,
        "PLEASEDECIDE (change set |THE)?{code=CS=}.*",
        "PLEASEDECIDE (it|this|that|everything|all|them|all of them|THE(change\\s?sets?|changes?))",
    ),
    reading(
        lambda _: Plan(say=HELP),
        "help( me)?|what can (you|i) (do|ask)( for me| here| you)?|how (does this|do you) work|who are you|commands",
    ),
    reading(
        lambda _: Plan(say=GREETING),
        "(hi|hello|hey|good (morning|afternoon|evening)|moin|hallo)( (there|greenlight|copilot|all|everyone))?",
    ),
    reading(
        lambda _: Plan(say="You are welcome."),
        "(thanks|thank you|thx|cheers|great|perfect|ok|okay)[,.!]?( (a lot|(very|so) much|that is all|that's all|"
        "that was all|got it|will do|all good|bye|greenlight|copilot|all|everyone|for .{1,40}))?",
    ),
)
