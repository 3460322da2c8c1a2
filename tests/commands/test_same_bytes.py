"""The same plan and day give the same bytes in every format, whatever the process around it."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from rectify_cli.render.formats import FORMATS, products

PLANS = Path(__file__).parent.parent.parent / "plans"
PROCESSES = (("1", "Asia/Tokyo"), ("2", "America/New_York"))


def written(folder: Path, product: str, seed: str, zone: str) -> dict[str, bytes]:
    endings = [
        form.ending
        for form in FORMATS
        if form.product == product and (form.extra is None or find_spec(form.extra[1]))
    ]
    files = [str(folder / f"{product}{ending}") for ending in endings]
    program = [sys.executable, "-m", "rectify_cli", "plan", "build", "wuwei.yaml"]
    subprocess.run(
        [*program, "--as-of", "2021-04-08", "--product", product, *_outputs(files)],
        cwd=PLANS,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "RECTIFY_NO_CACHE": "1"},
        check=True,
        capture_output=True,
    )
    return {name: Path(name).read_bytes() for name in files}


def _outputs(files: list[str]) -> list[str]:
    return [word for name in files for word in ("-o", name)]


@pytest.mark.slow
@pytest.mark.parametrize("product", products())
def test_every_file_is_the_same(tmp_path: Path, product: str) -> None:
    one, other = (written(tmp_path, product, seed, zone) for seed, zone in PROCESSES)
    assert one
    for name, data in one.items():
        assert data == other[name], name
