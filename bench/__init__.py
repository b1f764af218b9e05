"""Synthetic plans of real size, and what is measured on them, side by side in one run."""
