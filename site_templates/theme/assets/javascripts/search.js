// The search page: what its address asks for is searched with Pagefind, and shown with facets and pages of results.

import { Drawing } from "./search/drawing.js"
import { foundWords } from "./search/excerpts.js"
import { fold, mend, unmatched, withoutSmallWords } from "./search/spelling.js"
import { addressOf, stateOf } from "./search/state.js"

const ROOT = new URL("../../", import.meta.url)
const PAGE_SIZE = 10
const RANKING = { metaWeights: { title: 0.5, subject: 7 } }
const SEPARATOR = " | " // between the names in a subject
const PAUSE = 200 // milliseconds without a key before what is typed is searched for
const NOTHING = { query: "", total: 0, filters: {}, shown: [] }

const form = document.querySelector(".sb-query")
const box = form.elements.q
const unready = document.querySelector("#sb-unready")
const drawing = new Drawing(document.querySelector("#sb-found"), PAGE_SIZE, show)
let pagefind = null
let spellings = null
let turn = 0
let timer = 0

start()

async function start() {
  try {
    pagefind = await import(new URL("pagefind/pagefind.js", ROOT))
    await pagefind.options({ ranking: RANKING })
    await pagefind.init()
  } catch {
    giveUp()
    return
  }
  unready.hidden = true
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    clearTimeout(timer)
    go(typed())
  })
  box.addEventListener("input", schedule)
  drawing.area.addEventListener("click", follow)
  document.addEventListener("keydown", move)
  addEventListener("popstate", recall)
  if (box.value && document.activeElement === box) schedule() // somebody has typed while this was loading
  else await recall()
  box.focus()
}

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
  pagefind.preload(withoutSmallWords(box.value))
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

function go(state) {
  history.pushState(null, "", addressOf(state))
  return show(state)
}

function recall() {
  const state = stateOf(location.search)
  box.value = state.q
  return show(state)
}

async function show(state) {
  const mine = ++turn
  document.title = document.title.replace(/^.*?(?=Search - )/, state.q ? `${state.q} - ` : "")
  if (!state.q) {
    drawing.area.hidden = true
    return
  }
  drawing.begin()
  try {
    const answer = await find(state)
    if (mine === turn) drawing.draw(state, answer, ROOT, spellings?.names ?? [])
  } catch {
    giveUp()
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

// ---- Searching ----

// What is found for a state; where a word of the query is not known, for the query with the nearest in its place, or
// without it: `missing` are those words.
async function find(state) {
  const plain = withoutSmallWords(state.q)
  const found = await search(plain, state)
  if (state.exact || /^".*"$/.test(state.q)) return { ...found, query: state.q }
  const wrong = await unknownOf(plain, found)
  if (!wrong.length) return { ...found, query: state.q }
  spellings ??= await (await fetch(new URL("search/words.json", ROOT))).json()
  const { query, missing } = mend(plain, wrong, spellings.words)
  return { ...(query ? await search(query, state) : NOTHING), missing, mended: missing.length < wrong.length }
}

// Pagefind leaves out a word that it does not know, or takes a shorter one that it begins with; in quotes it must be there.
async function unknownOf(query, found) {
  const unknown = []
  for (const word of unmatched(query, found.shown.slice(0, 1).flatMap(foundWords))) {
    if (!(await pagefind.search(`"${word}"`)).unfilteredResultCount) unknown.push(word)
  }
  return unknown
}

async function search(query, state) {
  // Naming a facet loads its values; there may be thousands, so this is done for those that are shown.
  await pagefind.preload(query, { filters: Object.fromEntries([...drawing.opened].map((facet) => [facet, ""])) })
  const filters = Object.fromEntries(Object.entries(state.chosen).filter(([, values]) => values.length))
  const found = await pagefind.search(query, { filters })
  const named = await pageNamed(query, filters)
  const ordered = [...found.results].sort((a, b) => (b.id === named) - (a.id === named))
  const start = (state.page - 1) * PAGE_SIZE
  const shown = await Promise.all(ordered.slice(start, start + PAGE_SIZE).map((result) => result.data()))
  return { query, total: found.results.length, filters: found.filters, shown }
}

// The result that is the page of the organisation, or else of the tag, with just that name: it could be anywhere.
async function pageNamed(query, filters) {
  for (const topic of ["Organisation", "Tag"]) {
    const { results } = await pagefind.search(query, { filters: { ...filters, topic } })
    for (const result of results.slice(0, PAGE_SIZE)) {
      const { meta } = await result.data()
      if (meta.subject.split(SEPARATOR).some((name) => fold(withoutSmallWords(name)) === fold(query))) return result.id
    }
  }
  return ""
}
