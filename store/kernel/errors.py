"""Domain errors know nothing of HTTP; `api/errors.py` maps their codes once, the agent turns them into tool errors."""


class DomainError(Exception):
    """A refusal with a stable `code` for programs and a `message` that tells a person what to do next."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class NotFound(DomainError):
    """The thing does not exist, or the actor may not know that it does: the two are told apart nowhere."""

    def __init__(self, what: str, next_step: str = "Check the name or code, or ask who may show it to you.") -> None:
        super().__init__("not_found", f"{what} was not found. {next_step}")


class Forbidden(DomainError):
    """The actor may know of the thing but not do this to it."""

    def __init__(self, message: str) -> None:
        super().__init__("forbidden", message)


class Invalid(DomainError):
    """The input breaks a rule of the domain; nothing was changed."""

    def __init__(self, message: str, code: str = "invalid") -> None:
        super().__init__(code, message)
