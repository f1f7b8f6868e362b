"""Hostile and broken input, and the faults of a machine: what tests/bad_inputs.yaml lists, and more."""
