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
const TOPICS = ["Organisation", "Tag"] // what bears a name
const NOTHING = { results: [], filters: {} }

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
  const plain = withoutSmallWords(state.q.replace(/[“”„]/g, '"'))
  const found = await ask(plain, state)
  if (state.exact || plain.startsWith('"')) return { ...(await load(found, state)), query: state.q }
  const wrong = await unknownOf(plain, found)
  if (!wrong.length) return { ...(await load(await named(found, plain, state), state)), query: state.q }
  spellings ??= await (await fetch(new URL("search/words.json", ROOT))).json()
  const { query, missing } = mend(plain, wrong, spellings.words)
  const mended = query ? await named(await ask(query, state), query, state) : NOTHING
  return { ...(await load(mended, state)), query, missing, mended: missing.length < wrong.length }
}

async function ask(query, state) {
  // Naming a facet loads its values; there may be thousands, so this is done for those that are shown.
  await pagefind.preload(query, { filters: Object.fromEntries([...drawing.opened].map((facet) => [facet, ""])) })
  return pagefind.search(query, { filters: filtersOf(state) })
}

function filtersOf(state) {
  return Object.fromEntries(Object.entries(state.chosen).filter(([, values]) => values.length))
}

// Pagefind leaves out a word that it does not know, or takes a shorter one that it begins with; in quotes it must be there.
async function unknownOf(query, { results }) {
  const unknown = []
  for (const word of unmatched(query, results.length ? foundWords(await results[0].data()) : [])) {
    if (!(await pagefind.search(`"${word}"`)).unfilteredResultCount) unknown.push(word)
  }
  return unknown
}

// What was found, with the page first that bears just that name: an organisation's, or else a tag's. It could be anywhere.
async function named(found, query, state) {
  const topics = await pagefind.search(query, { filters: { ...filtersOf(state), topic: { any: TOPICS } } })
  const pages = await Promise.all(topics.results.slice(0, PAGE_SIZE).map(async ({ id, data }) => ({ id, ...(await data()) })))
  const called = pages.filter(({ meta }) => namesOf(meta).includes(fold(query)))
  const best = called.sort((a, b) => TOPICS.indexOf(a.filters.topic[0]) - TOPICS.indexOf(b.filters.topic[0]))[0]
  return { ...found, results: [...found.results].sort((a, b) => (b.id === best?.id) - (a.id === best?.id)) }
}

function namesOf({ subject }) {
  return subject.split(SEPARATOR).map((name) => fold(withoutSmallWords(name)))
}

// The results of one page, with what the index holds of each.
async function load({ results, filters }, state) {
  const start = (state.page - 1) * PAGE_SIZE
  const shown = await Promise.all(results.slice(start, start + PAGE_SIZE).map((result) => result.data()))
  return { total: results.length, filters, shown }
}
