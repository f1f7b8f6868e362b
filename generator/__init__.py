"""Seedbed: a folder of research articles in, a browsable knowledge-base site out."""

__version__ = "0.1.0"
