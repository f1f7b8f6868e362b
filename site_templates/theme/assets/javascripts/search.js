// The search page: what its address asks for is searched in a worker, and shown with facets and pages of results.

import { Drawing } from "./search/drawing.js"
import { addressOf, stateOf } from "./search/state.js"

const ROOT = new URL("../../", import.meta.url)
const PAUSE = 200 // milliseconds without a key before what is typed is searched for

const form = document.querySelector(".sb-query")
const box = form.elements.q
const unready = document.querySelector("#sb-unready")
const drawing = new Drawing(document.querySelector("#sb-found"), show)
const worker = new Worker(new URL("./search/worker.js", import.meta.url), { type: "module" })
let state = null // that is shown or searched for
let turn = 0
let settle = null // what waits until that is shown
let timer = 0

worker.addEventListener("message", receive)
worker.addEventListener("error", giveUp)
form.addEventListener("submit", (event) => {
  event.preventDefault()
  clearTimeout(timer)
  go(typed())
})
box.addEventListener("input", schedule)
drawing.area.addEventListener("click", follow)
document.addEventListener("keydown", move)
addEventListener("popstate", recall)
unready.hidden = true
if (box.value && document.activeElement === box) schedule() // somebody has typed while this was loading
else recall()
box.focus()

function giveUp() {
  const advice = "The search index cannot be loaded. Try again in a moment; these lists hold every page:"
  unready.firstElementChild.textContent = advice
  unready.hidden = false
  drawing.area.hidden = true
}

// ---- From what the reader does to a state, and from a state to what is shown ----

function typed() {
  return stateOf(`?${new URLSearchParams({ q: box.value })}`)
}

function schedule() {
  clearTimeout(timer)
  worker.postMessage({ typed: box.value })
  timer = setTimeout(() => {
    history.replaceState(null, "", addressOf(typed()))
    show(typed())
  }, PAUSE)
}

// A link to another state of this page is followed without loading it anew.
function follow(event) {
  const link = event.target.closest("a[data-state]")
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  go(stateOf(link.search))
}

function go(next) {
  history.pushState(null, "", addressOf(next))
  show(next)
}

function recall() {
  const next = stateOf(location.search)
  box.value = next.q
  show(next)
}

// Ends when the state is drawn; never, where another is wanted before that.
function show(next) {
  state = next
  turn += 1
  document.title = document.title.replace(/^.*?(?=Search - )/, state.q ? `${state.q} - ` : "")
  if (state.q) {
    drawing.begin()
    worker.postMessage({ turn, state, facets: [...drawing.opened] })
  } else {
    drawing.area.hidden = true
  }
  return new Promise((resolve) => (settle = resolve))
}

function receive({ data }) {
  if (data.failed) {
    giveUp()
  } else if (data.turn === turn) {
    unready.hidden = true
    drawing.draw(state, data.answer, ROOT)
    settle()
  }
}

// Arrows go from the box through the results, Esc goes back to the box.
function move(event) {
  const stops = [box, ...drawing.titles()]
  const place = stops.indexOf(document.activeElement)
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step && place >= 0 && stops[place + step]) {
    event.preventDefault()
    stops[place + step].focus()
  } else if (event.key === "Escape" && drawing.area.contains(document.activeElement)) {
    box.focus()
  }
}
