"""Templates, styles and hand-written pages; no code but the theme's entry point."""
