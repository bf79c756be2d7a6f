"""REST v1: thin endpoints over the store. Schemas are in `schemas/`, what an endpoint may ask for in `api.deps`."""
