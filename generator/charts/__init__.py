"""Numbers and dates in, the geometry of pictures out: one module a kind of picture. Templates draw them."""
