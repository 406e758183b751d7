"""Other systems on the same passages, each in its usual shape, Danish where it can be.

They are installed in an environment of their own (`docs/measuring.md`).
"""
