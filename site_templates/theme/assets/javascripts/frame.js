// Before anything is painted: the colours that the reader chose.
{
  const root = document.documentElement
  root.classList.replace("no-js", "js")
  try {
    const chosen = localStorage.getItem("seedbed.colours")
    if (chosen) root.dataset.colours = chosen
  } catch {
    // Storage is closed to this page: the system decides.
  }
}
