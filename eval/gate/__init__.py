"""The gate: a build fails where answers are worse than those of the baseline.

`sheet` reads what is compared, `rules` says what is gated and why, `verdict` compares, `lines` and
`junit` tell it to people and to build servers.
"""
