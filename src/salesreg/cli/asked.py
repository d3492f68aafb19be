"""How a file is checked: the command line first, then the nearest settings."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path

from attrs import evolve, frozen

from salesreg.checks.baseline import Baseline
from salesreg.checks.catalogue import catalogue
from salesreg.checks.check import Check
from salesreg.checks.config import Config, load, nearest
from salesreg.checks.engine import Run
from salesreg.checks.finding import Severity
from salesreg.checks.report import CheckReport
from salesreg.layers.loading import load as regulation_in
from salesreg.model.regulation import Language


@frozen
class Checked:
    """A file that was checked.

    Attributes:
        file: The file.
        report: What was found.
        level: The lightest severity that makes the command fail.
    """

    file: Path
    report: CheckReport
    level: Severity

    @property
    def fails(self) -> bool:
        """Whether something was found at the level or above it."""
        return bool(self.report.at_least(self.level))


@frozen(kw_only=True)
class Asked:
    """What the command line says of how to check.

    Attributes:
        select: What to run; the settings' own when empty.
        ignore: What not to run, likewise.
        packs: Packs, likewise.
        level: The lightest severity that makes the command fail, likewise.
        today: The date for which is checked.
        language: Language of the messages; the regulation's when not given.
        baseline: File of the findings that are known; the settings' own when
            not given.
        known: Whether known findings are set aside at all.
        config: File of the settings; the nearest one when not given.
    """

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    packs: tuple[str, ...]
    level: Severity | None
    today: dt.date
    language: Language | None
    baseline: Path | None
    known: bool
    config: Path | None

    @functools.cached_property
    def _catalogue(self) -> tuple[type[Check], ...]:
        return catalogue()

    def check(self, file: Path) -> Checked:
        """Check a file.

        Raises:
            ProblemGroup: It cannot be read, or the settings do not fit.
        """
        config = self._config(file)
        baseline = self.baseline or config.baseline
        run = Run(
            catalogue=self._catalogue,
            settings=config.settings,
            language=self.language,
            today=self.today,
            baseline=Baseline.load(baseline) if baseline and self.known else Baseline(),
        )
        return Checked(file, run.over(regulation_in(file)), config.level)

    def _config(self, file: Path) -> Config:
        path = self.config or nearest(file)
        config = load(path, self._catalogue) if path else Config()
        settings = config.settings.with_(
            select=self.select, ignore=self.ignore, packs=self.packs
        )
        return evolve(config, settings=settings, level=self.level or config.level)
