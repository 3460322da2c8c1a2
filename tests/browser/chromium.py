"""A real browser without a window, for the tests that look at pages as a reader does."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

_SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
    "--disable-dev-shm-usage",
)  # fmt: skip
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@contextmanager
def a_browser() -> Iterator["Chrome"]:
    """A browser; the test is skipped where there is none."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    browser = next(filter(None, map(shutil.which, _NAMES)), None)
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.skip("Chromium and its driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for switch in _SWITCHES:
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService(driver)
    with webdriver.Chrome(options=options, service=service) as running:
        running.set_window_size(1400, 1000)
        yield running


def opened(browser: "Chrome", path: Path) -> None:
    """A file in the browser, whose earlier complaints are forgotten."""
    _log(browser, "browser")
    _log(browser, "performance")
    browser.get(path.as_uri())


def complaints(browser: "Chrome") -> list[dict[str, Any]]:
    """What the browser wrote to its console: errors of scripts, and what a policy refused."""
    return _log(browser, "browser")


def asked_for(browser: "Chrome") -> list[str]:
    """The addresses that the page has asked for since it was opened, its own with them."""
    told = [json.loads(each["message"])["message"] for each in _log(browser, "performance")]
    return [
        each["params"]["request"]["url"]
        for each in told
        if each["method"] == "Network.requestWillBeSent"
    ]


def _log(browser: "Chrome", kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.get_log(kind)  # type: ignore[no-untyped-call]
    return found


def narrow(browser: "Chrome", width: int, height: int = 900) -> None:
    """The window of a telephone."""
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
    )


def media(browser: "Chrome", **features: str) -> None:
    """What the page is told of its reader: `prefers_color_scheme="dark"`."""
    told = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": told})
