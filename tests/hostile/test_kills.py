"""A build that is ended at a random moment leaves whole papers, and the next one succeeds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hostile.kills import doomed


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which processes are left")
def test_builds_that_are_ended_lose_nothing(tmp_path: Path) -> None:
    one = doomed("besluit", tmp_path)
    assert [one.kill(number) for number in range(2)] == [(), ()]
