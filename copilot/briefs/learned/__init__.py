"""Second opinions: what letters that people have marked teach about the words around a mention.

A reader in `facts` judges by rules. A `Judge` weighs the same mention by weights that `python -m evals.learning` has
fitted to the letters of `evals/cases/briefs`, and says how far to trust either. Both err, seldom on the same letter.
"""
