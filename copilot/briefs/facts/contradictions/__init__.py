"""Statements that stand side by side and cannot both hold, whatever fact they are about."""
