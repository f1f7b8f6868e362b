// What the search page shows, as its address says it: the words, the chosen values of each facet, the page of results.

export const FACETS = { kind: "Kind", year: "Year", tag: "Tag", organization: "Organisation" }
export const SINGLE = ["kind", "year"] // of these a page has one value

export function stateOf(search) {
  const given = new URLSearchParams(search)
  return {
    q: given.get("q")?.trim() ?? "",
    exact: given.has("exact"),
    page: Math.max(1, Number(given.get("page")) || 1),
    chosen: Object.fromEntries(Object.keys(FACETS).map((facet) => [facet, given.getAll(facet)])),
  }
}

export function addressOf({ q, exact, page, chosen }) {
  const given = new URLSearchParams({ q })
  if (exact) given.set("exact", "1")
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) given.append(facet, value)
  if (page > 1) given.set("page", page)
  return `?${given}`
}

// The first page of the state in which a value is chosen, or no longer is.
export function toggled(state, facet, value) {
  const chosen = state.chosen[facet]
  const rest = SINGLE.includes(facet) ? [] : chosen.filter((other) => other !== value)
  const next = chosen.includes(value) ? rest : [...rest, value]
  return { ...state, page: 1, chosen: { ...state.chosen, [facet]: next } }
}
