// Before anything is painted: the colours that the reader chose, and what Material's script asks for.
{
  const root = document.documentElement
  root.classList.replace("no-js", "js")
  try {
    const chosen = localStorage.getItem("seedbed.colours")
    if (chosen) root.dataset.colours = chosen
  } catch {
    // Storage is closed to this page: the system decides.
  }
  window.__md_scope = new URL("../../", document.currentScript.src)
  window.__md_get = () => null
  window.__md_set = () => {}
  window.__md_hash = () => 0
}
