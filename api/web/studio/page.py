"""The studio's pages, registered when they are imported."""

from api.web.studio.people import page as people
from api.web.studio.rate_card import page as rate_card
from api.web.studio.settings import page as settings

__all__ = ["people", "rate_card", "settings"]
