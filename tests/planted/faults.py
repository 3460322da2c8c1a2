"""The library: every fault that can be planted."""

from tests.planted.of_files import OF_FILES
from tests.planted.of_names import OF_NAMES
from tests.planted.of_plans import OF_PLANS
from tests.planted.of_text import OF_TEXT
from tests.planted.of_values import OF_VALUES

FAULTS = (*OF_VALUES, *OF_NAMES, *OF_TEXT, *OF_PLANS, *OF_FILES)
