// The button for dark colours. What the system says needs no memory: only another choice is kept.
{
  const root = document.documentElement
  const button = document.querySelector(".sb-colours")
  const system = matchMedia("(prefers-color-scheme: dark)")
  const isDark = () => (root.dataset.colours ? root.dataset.colours === "dark" : system.matches)
  const show = () => button.setAttribute("aria-pressed", String(isDark()))

  const keep = (chosen) => {
    try {
      if (chosen) localStorage.setItem("seedbed.colours", chosen)
      else localStorage.removeItem("seedbed.colours")
    } catch {
      // Storage is closed to this page: the choice lasts as long as the page.
    }
  }

  button.addEventListener("click", () => {
    const dark = !isDark()
    if (dark === system.matches) delete root.dataset.colours
    else root.dataset.colours = dark ? "dark" : "light"
    keep(root.dataset.colours)
    show()
  })
  system.addEventListener("change", show)
  show()
}
