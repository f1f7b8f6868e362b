// On every page: the key / leads to the search box, Esc back from it, and the words searched for are marked.

const MOST = 300
const box = document.querySelector("#sb-query, #sb-box")
let before = null

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box || isTyping(event.target)) return
  event.preventDefault()
  before = document.activeElement
  box.focus()
  box.select()
})

box?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || box.value) return // with words in it, the first Esc empties the box
  box.blur()
  before?.focus()
})

const words = new URLSearchParams(location.search).get("highlight")?.split(" ").filter(Boolean).slice(0, 20) ?? []
if (words.length) mark(document.querySelector("main article") ?? document.body, words)

function isTyping(element) {
  return element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName)
}

// Marks every place where one of the words stands, alone or as the start of a longer one.
function mark(root, words) {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu")
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style, svg, mark, form")) texts.push(walker.currentNode)
  }
  let left = MOST
  for (const text of texts) {
    for (const match of [...text.data.matchAll(pattern)].reverse()) {
      if (left-- <= 0) return
      const found = text.splitText(match.index)
      found.splitText(match[0].length)
      const marked = document.createElement("mark")
      marked.className = "sb-hit"
      found.replaceWith(marked)
      marked.append(found)
    }
  }
}
