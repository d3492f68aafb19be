"""The public names, for type checkers; at run time `_names` finds them."""

from __future__ import annotations

from salesreg.build._public import *  # noqa: F403
from salesreg.build.builder import Draft as Draft
from salesreg.build.builder import Part as Part
from salesreg.build.builder import part as part
from salesreg.build.builder import regulation as regulation
from salesreg.build.given import Given as Given
from salesreg.build.parts import pipeline as pipeline
from salesreg.build.parts import working_day as working_day
from salesreg.checks.api import check as check
from salesreg.checks.baseline import Baseline as Baseline
from salesreg.checks.check import Check as Check
from salesreg.checks.facts import Facts as Facts
from salesreg.checks.finding import Finding as Finding
from salesreg.checks.finding import Found as Found
from salesreg.checks.report import CheckReport as CheckReport
from salesreg.checks.said import Said as Said
from salesreg.checks.settings import Settings as Settings
from salesreg.errors import BuildError as BuildError
from salesreg.errors import InvalidValue as InvalidValue
from salesreg.errors import LoadError as LoadError
from salesreg.errors import Place as Place
from salesreg.errors import Problem as Problem
from salesreg.errors import ProblemGroup as ProblemGroup
from salesreg.files import dump as dump
from salesreg.io.dicts import from_dict as from_dict
from salesreg.io.files import load as load
from salesreg.io.schema import json_schema as json_schema
from salesreg.io.texts import dumps as dumps
from salesreg.io.texts import loads as loads
from salesreg.values.amounts import Money as Money
from salesreg.values.amounts import Percent as Percent
from salesreg.values.amounts import Quantity as Quantity
from salesreg.values.amounts import money as money
from salesreg.values.amounts import percent as percent
from salesreg.values.amounts import quantity as quantity
from salesreg.values.period import Period as Period
from salesreg.values.period import period as period
from salesreg.values.rhythm import by_business_day as by_business_day
from salesreg.values.rhythm import daily as daily
from salesreg.values.rhythm import every as every
from salesreg.values.rhythm import monthly as monthly
from salesreg.values.rhythm import quarterly as quarterly
from salesreg.values.rhythm import weekly as weekly
from salesreg.values.rhythm import within as within
from salesreg.values.rhythm import yearly as yearly
from salesreg.values.times import ClockTime as ClockTime
from salesreg.values.times import Duration as Duration
from salesreg.values.times import Window as Window
from salesreg.values.times import duration as duration
from salesreg.values.where import Where as Where
from salesreg.values.where import where as where
