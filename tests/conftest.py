"""How the suite runs: laws with few examples day by day, with many where CI asks."""

import os

from hypothesis import settings

settings.register_profile("everyday", deadline=None, max_examples=25)
settings.register_profile("thorough", deadline=None, max_examples=150)
settings.load_profile("thorough" if os.environ.get("CI") else "everyday")
