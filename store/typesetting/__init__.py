"""Printed matter: data and a Typst template in, the same bytes out, always. No slice is known here."""
