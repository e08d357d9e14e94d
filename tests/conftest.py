"""How the tests are run."""

import os

from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # no test says how fast it must be
settings.load_profile("any machine")


def pytest_xdist_auto_num_workers(config):
    """Two workers a core: most tests of the screens wait for a frame, not for the core."""
    return 2 * (os.cpu_count() or 1)
