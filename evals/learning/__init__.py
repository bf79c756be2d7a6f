"""Fits the weights of `copilot/briefs/learned` to the letters in `evals/cases/briefs`: `python -m evals.learning`."""
