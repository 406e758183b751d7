"""The bot in Microsoft Teams."""

import os

# The SDK loads the first `.env` above the working folder into the environment when it is imported,
# and reads switches from there; python-dotenv knows this one to leave that be.
os.environ["PYTHON_DOTENV_DISABLED"] = "true"
