// The search page: what its address asks for is searched with Pagefind, and shown with facets and pages of results.

import { foundWords, passagesOf } from "./excerpts.js"
import { fold, mend, nearestNames, unmatched } from "./spelling.js"

const ROOT = new URL("../../", import.meta.url)
const PAGE_SIZE = 10
const FACET_SIZE = 12
const FACETS = { kind: "Kind", year: "Year", tag: "Tag", organization: "Organisation" }
const RANKING = { metaWeights: { title: 0.5, subject: 7 } }
const SEPARATOR = " | " // between the names in a subject
const [form, box] = [document.querySelector(".sb-query"), document.querySelector("#sb-query")]
const [area, status, hints, facets, results, pages, unready] = ["found", "status", "hints", "facets", "results", "pages", "unready"].map((name) => document.getElementById(`sb-${name}`))

const NOTHING = { query: "", total: 0, filters: {}, shown: [] }
const SINGLE = ["kind", "year"] // of these a page has one value
const opened = new Set() // facets that the reader has unfolded
let pagefind = null
let spellings = null
let turn = 0

start()

async function start() {
  try {
    pagefind = await import(new URL("pagefind/pagefind.js", ROOT))
    await pagefind.options({ ranking: RANKING })
    await pagefind.preload(null, { filters: { kind: "", year: "" } })
  } catch {
    unready.firstElementChild.textContent = "The search index cannot be loaded. Try again in a moment; these lists hold every page:"
    return
  }
  unready.hidden = true
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    go(stateOf(`?${new URLSearchParams({ q: box.value })}`))
  })
  box.addEventListener("input", () => schedule())
  area.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-state]")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    go(stateOf(link.search))
    status.scrollIntoView({ block: "nearest" })
  })
  document.addEventListener("keydown", move)
  addEventListener("popstate", () => show(stateOf(location.search)))
  await show(stateOf(location.search))
  box.focus()
}

// ---- The state, which the address holds ----

function stateOf(search) {
  const given = new URLSearchParams(search)
  const chosen = Object.fromEntries(Object.keys(FACETS).map((facet) => [facet, given.getAll(facet)]))
  return { q: given.get("q")?.trim() ?? "", exact: given.has("exact"), page: Math.max(1, Number(given.get("page")) || 1), chosen }
}

function addressOf({ q, exact, page, chosen }) {
  const given = new URLSearchParams({ q })
  if (exact) given.set("exact", "1")
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) given.append(facet, value)
  if (page > 1) given.set("page", page)
  return `?${given}`
}

function go(state) {
  history.pushState(null, "", addressOf(state))
  show(state)
}

let timer = 0
function schedule() {
  clearTimeout(timer)
  pagefind.preload(box.value)
  timer = setTimeout(() => {
    const state = stateOf(`?${new URLSearchParams({ q: box.value })}`)
    history.replaceState(null, "", addressOf(state))
    show(state)
  }, 200)
}

// ---- Searching ----

async function show(state) {
  const mine = ++turn
  if (document.activeElement !== box || !state.q) box.value = state.q
  document.title = document.title.replace(/^.*?(?=Search - )/, state.q ? `${state.q} - ` : "")
  if (!state.q) {
    area.hidden = true
    return
  }
  const answer = await find(state)
  if (mine !== turn) return
  area.hidden = false
  area.dataset.query = state.q // says that what is shown is for this query
  const words = [...new Set(answer.shown.flatMap(foundWords))].slice(0, 12)
  results.replaceChildren(...answer.shown.map((found) => resultItem(found, words)))
  drawStatus(state, answer)
  drawFacets(state, answer.filters)
  drawPages(state, answer.total)
}

// What is found for a state; where a word of the query is not known, for the query with the nearest in its place, or
// without it: `missing` are those words.
async function find(state) {
  const found = await search(state.q, state)
  if (state.exact || /^".*"$/.test(state.q)) return found
  const wrong = await unknownOf(state.q, found)
  if (!wrong.length) return found
  spellings ??= await (await fetch(new URL("search/words.json", ROOT))).json()
  const { query, missing } = mend(state.q, wrong, spellings.words)
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
  const filters = Object.fromEntries(Object.entries(state.chosen).filter(([, values]) => values.length))
  const found = await pagefind.search(query, { filters })
  const named = filters.kind ? "" : await pageNamed(query, filters)
  const ordered = [...found.results].sort((a, b) => (b.id === named) - (a.id === named))
  const start = (state.page - 1) * PAGE_SIZE
  const shown = await Promise.all(ordered.slice(start, start + PAGE_SIZE).map((result) => result.data()))
  return { query, total: found.results.length, filters: found.filters, shown }
}

// The result that is the page of the organisation, or else of the tag, with just that name: it could be anywhere.
async function pageNamed(query, filters) {
  for (const kind of ["Organisation", "Tag"]) {
    const { results } = await pagefind.search(query, { filters: { ...filters, kind } })
    for (const result of results.slice(0, PAGE_SIZE)) {
      const { meta } = await result.data()
      if (fold(meta.subject).split(SEPARATOR).includes(fold(query))) return result.id
    }
  }
  return ""
}

// ---- Drawing; whatever comes from the index becomes text, never markup ----

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

function stateLink(state, text, attributes = {}) {
  return element("a", { href: addressOf(state), "data-state": "", ...attributes }, text)
}

function resultItem(found, words) {
  const address = (anchor) => {
    const url = new URL(found.url, location)
    url.searchParams.set("highlight", words.join(" "))
    url.hash = anchor
    return url.href
  }
  const [kind, year] = [found.filters.kind?.[0] ?? "", found.filters.year?.[0] ?? ""]
  const passages = passagesOf(found).map(({ anchor, title, pieces }) => {
    const text = pieces.flatMap(([word, isFound]) => [isFound ? element("mark", {}, word) : word, " "])
    return element("p", {}, ...(anchor ? [element("a", { href: address(anchor) }, title), " "] : []), ...text)
  })
  return element(
    "li",
    {},
    element("h2", {}, element("a", { href: address("") }, found.meta.title)),
    element("p", { class: "sb-meta" }, [kind, year].filter(Boolean).join(" · ")),
    ...passages,
  )
}

function drawStatus(state, { query, total, missing = [], mended = false }) {
  const number = total === 1 ? "1 result" : `${total.toLocaleString("en")} results`
  status.textContent = total ? `${number} for “${query}”` : `Nothing was found for “${state.q}”.`
  hints.replaceChildren()
  if (total && mended) {
    hints.append(element("p", {}, "Not found as written; ", stateLink({ ...state, exact: true }, `search for “${state.q}” all the same`), "."))
  }
  if (total && missing.length) hints.append(element("p", {}, `No page has ${missing.map((word) => `“${word}”`).join(", ")}.`))
  if (!total && spellings) {
    const names = nearestNames(state.q, spellings.names, 6)
    const items = names.map(([path, title]) => element("li", {}, element("a", { href: new URL(path, ROOT) }, title)))
    if (items.length) hints.append(element("p", {}, "Nearest names:"), element("ul", { class: "sb-chips" }, ...items))
  }
}

function drawFacets(state, filters) {
  const drawn = Object.entries(FACETS).map(([facet, name]) => {
    const chosen = state.chosen[facet]
    const open = SINGLE.includes(facet) || opened.has(facet) || chosen.length > 0
    const group = element("details", open ? { open: "" } : {}, element("summary", {}, name))
    group.append(facetList(state, facet, filters[facet] ?? {}))
    group.addEventListener("toggle", () => unfold(state, facet, group.open))
    return group
  })
  facets.replaceChildren(...drawn)
}

function facetList(state, facet, counts) {
  const chosen = state.chosen[facet]
  const values = Object.entries(counts).filter(([value, count]) => count > 0 || chosen.includes(value))
  values.sort((a, b) => chosen.includes(b[0]) - chosen.includes(a[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const items = values.slice(0, FACET_SIZE).map(([value, count]) => {
    const isChosen = chosen.includes(value)
    const rest = isChosen || SINGLE.includes(facet) ? chosen.filter((other) => other !== value && !SINGLE.includes(facet)) : chosen
    const next = { ...state, page: 1, chosen: { ...state.chosen, [facet]: isChosen ? rest : [...rest, value] } }
    const text = [value, " ", element("span", { class: "sb-count" }, count.toLocaleString("en"))]
    const link = stateLink(next, "", isChosen ? { "aria-current": "true" } : {})
    link.append(...text)
    return element("li", {}, link)
  })
  return element("ul", { class: "sb-chips" }, ...items)
}

// The values of a facet are loaded when it is unfolded: there may be thousands.
async function unfold(state, facet, open) {
  if (!open) opened.delete(facet)
  if (!open || opened.has(facet) || SINGLE.includes(facet) || state.chosen[facet].length) return
  opened.add(facet)
  await pagefind.preload(null, { filters: { [facet]: "" } })
  show(state)
}

function drawPages(state, total) {
  const last = Math.ceil(total / PAGE_SIZE)
  pages.hidden = last < 2
  const parts = [element("span", {}, `Page ${state.page} of ${last}`)]
  if (state.page > 1) parts.unshift(stateLink({ ...state, page: state.page - 1 }, "Previous", { rel: "prev" }))
  if (state.page < last) parts.push(stateLink({ ...state, page: state.page + 1 }, "Next", { rel: "next" }))
  pages.replaceChildren(...parts)
}

// ---- The keyboard: arrows go from the box through the results, Esc goes back to the box ----

function move(event) {
  const stops = [box, ...results.querySelectorAll("h2 a")]
  const place = stops.indexOf(document.activeElement)
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step && place >= 0 && stops[place + step]) {
    event.preventDefault()
    stops[place + step].focus()
  } else if (event.key === "Escape" && area.contains(document.activeElement)) {
    box.focus()
  }
}
