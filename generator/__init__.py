"""Planverk: publishes the action plans of a federation's unions from YAML sources in git."""

__version__ = "0.1.0"
