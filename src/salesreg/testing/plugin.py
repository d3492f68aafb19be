"""The pytest plugin: `pytest --salesreg rules.yaml`.

Every check and every law becomes a test item, named after the clause that it is
about: `rules.yaml::checks::TIM01[12.3]`. The fixtures `regulation` and
`regulation_report` give your own tests what is in the file.

Nothing of the library is imported until a regulation is asked for.
"""

from __future__ import annotations

# The from_parent of pytest takes anything.
# pyright: reportUnknownMemberType=false
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from salesreg.checks.report import CheckReport
    from salesreg.model.regulation import Regulation
    from salesreg.testing.trials import Trial


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the command line and the configuration may say."""
    group = parser.getgroup("salesreg", "sales regulations")
    group.addoption(
        "--salesreg",
        action="append",
        default=[],
        metavar="FILE",
        help="regulation whose checks and laws are collected; may be given again",
    )
    group.addoption(
        "--salesreg-level",
        choices=["error", "warning", "info"],
        help="lightest finding that fails (default: as for `salesreg check`)",
    )
    group.addoption(
        "--salesreg-today",
        type=dt.date.fromisoformat,
        metavar="DATE",
        help="date for which is checked, YYYY-MM-DD (default: today)",
    )
    parser.addini("salesreg", "regulations that are always collected", type="paths")


def _files(config: pytest.Config) -> list[Path]:
    given = [config.invocation_params.dir / name for name in config.option.salesreg]
    always: list[Path] = config.getini("salesreg")
    return list(dict.fromkeys(file.absolute() for file in (*given, *always)))


def _today(config: pytest.Config) -> dt.date:
    given: dt.date | None = config.option.salesreg_today
    return given or dt.datetime.now(tz=dt.UTC).astimezone().date()


def pytest_configure(config: pytest.Config) -> None:
    """Collect the regulations beside what is collected anyway."""
    config.args += [str(file) for file in _files(config)]


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Collect a regulation that was asked for."""
    if file_path in _files(parent.config):
        return RegulationFile.from_parent(parent, path=file_path)
    return None


def _read(config: pytest.Config, file: Path) -> tuple[Regulation, CheckReport]:
    from salesreg.layers.loading import load  # noqa: PLC0415 - nothing is loaded unless asked
    from salesreg.testing.trials import checked  # noqa: PLC0415

    regulation = load(file)
    return regulation, checked(regulation, file, _today(config))


class RegulationFile(pytest.File):
    """A file that holds a regulation."""

    def collect(self) -> Iterator[pytest.Collector]:
        """Yield the checks and the laws."""
        from salesreg.testing.trials import settings_of, trials  # noqa: PLC0415

        regulation, report = _read(self.config, self.path)
        level = self.config.option.salesreg_level or settings_of(self.path).level
        every = list(trials(regulation, report, level))
        for kind in ("checks", "laws"):
            held = [trial for trial in every if trial.kind == kind]
            yield Trials.from_parent(self, name=kind, trials=held)

    def repr_failure(  # type: ignore[override]
        self, excinfo: pytest.ExceptionInfo[BaseException]
    ) -> object:
        """Tell what is wrong with the file, without a traceback."""
        from salesreg.errors import ProblemGroup  # noqa: PLC0415

        if isinstance(excinfo.value, ProblemGroup):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class Trials(pytest.Collector):
    """The checks of a regulation, or the laws."""

    def __init__(self, *, trials: list[Trial], **kwargs: object) -> None:
        """Keep the trials."""
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self.trials = trials

    def collect(self) -> Iterator[pytest.Item]:
        """Yield an item for each, told apart where two have one name."""
        seen: Counter[str] = Counter()
        for trial in self.trials:
            seen[trial.name] += 1
            count = seen[trial.name]
            name = trial.name if count == 1 else f"{trial.name}-{count}"
            yield TrialItem.from_parent(self, name=name, trial=trial)


class TrialItem(pytest.Item):
    """One check, finding or law."""

    def __init__(self, *, trial: Trial, **kwargs: object) -> None:
        """Keep the trial."""
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self.trial = trial

    def runtest(self) -> None:
        """Hold the regulation to it; what says nothing is skipped with the reason."""
        from salesreg.testing.trials import Untried  # noqa: PLC0415

        try:
            self.trial.hold()
        except Untried as reason:
            pytest.skip(str(reason))

    def repr_failure(  # type: ignore[override]
        self, excinfo: pytest.ExceptionInfo[BaseException]
    ) -> object:
        """Tell what does not hold, without a traceback into the library."""
        if isinstance(excinfo.value, AssertionError):
            return f"{self.name}: {excinfo.value}".rstrip()
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return where the item comes from, and its name."""
        return self.path, None, self.name


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `regulation` once for each regulation."""
    if "_salesreg_file" in metafunc.fixturenames:
        files = _files(metafunc.config)
        if files:
            names = [file.name for file in files]
            metafunc.parametrize("_salesreg_file", files, ids=names, scope="session")


@pytest.fixture(scope="session")
def _salesreg_file() -> Path:
    pytest.fail("say which regulation: pytest --salesreg FILE")


@pytest.fixture(scope="session")
def regulation(_salesreg_file: Path) -> Regulation:
    """The regulation of `--salesreg`; with several, the test runs for each."""
    from salesreg.layers.loading import load  # noqa: PLC0415 - nothing is loaded unless asked

    return load(_salesreg_file)


@pytest.fixture(scope="session")
def regulation_report(
    _salesreg_file: Path, request: pytest.FixtureRequest
) -> CheckReport:
    """What the checks find in the regulation of `--salesreg`."""
    return _read(request.config, _salesreg_file)[1]
