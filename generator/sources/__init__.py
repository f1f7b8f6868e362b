"""Bytes of files in, lines and nodes with their places out: what every reader above starts from."""
