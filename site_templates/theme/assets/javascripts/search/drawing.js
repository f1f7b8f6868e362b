// What was found in, the search page's results, facets and hints out. Whatever comes from the index becomes text, never
// markup.

import { askedFor, foundWords, passagesOf } from "./excerpts.js"
import { FACETS, SINGLE, addressOf, toggled } from "./state.js"

const FACET_SIZE = 12

export class Drawing {
  // `show` is called with a state that is to be found and drawn anew, when the reader unfolds a facet.
  constructor(area, show) {
    this.area = area
    this.show = show
    this.opened = new Set("folded" in area.dataset ? [] : SINGLE) // facets that are unfolded
    this.whole = new Set() // facets of which the reader wants every value
    for (const part of ["status", "hints", "facets", "results", "pages"]) this[part] = area.querySelector(`#sb-${part}`)
  }

  titles() {
    return this.results.querySelectorAll("h2 a")
  }

  begin() {
    if (this.area.hidden) this.status.textContent = "Searching …"
    this.area.hidden = false
  }

  draw(state, answer, root) {
    this.area.dataset.query = state.q
    this.results.replaceChildren(...answer.shown.map((found) => resultItem(found, answer.query)))
    this.drawStatus(state, answer)
    this.drawHints(state, answer, root)
    this.facets.hidden = !answer.total && !Object.values(state.chosen).flat().length // what is chosen can be given up
    this.facets.replaceChildren(...Object.keys(FACETS).map((facet) => this.facet(state, facet, answer.filters[facet] ?? {})))
    this.drawPages(state, answer.pages)
  }

  drawStatus(state, { query, total }) {
    const number = total === 1 ? "1 result" : `${total.toLocaleString("en")} results`
    this.status.textContent = total ? `${number} for “${query}”` : `Nothing was found for “${state.q}”.`
  }

  drawHints(state, { total, missing = [], near = [], mended = false }, root) {
    const hints = []
    if (total && mended) {
      const link = stateLink({ ...state, exact: true }, `search for “${state.q}” all the same`)
      hints.push(element("p", {}, "Not found as written; ", link, "."))
    }
    if (total && missing.length) hints.push(element("p", {}, `No page has ${missing.map((word) => `“${word}”`).join(", ")}.`))
    if (near.length) {
      const items = near.map(([path, title]) => element("li", {}, element("a", { href: new URL(path, root) }, title)))
      hints.push(element("p", {}, "Nearest names:"), element("ul", { class: "sb-chips" }, ...items))
    }
    this.hints.replaceChildren(...hints)
  }

  facet(state, facet, counts) {
    const open = this.opened.has(facet) || state.chosen[facet].length > 0
    const group = element("details", { "data-facet": facet, ...(open && { open: "" }) }, element("summary", {}, FACETS[facet]))
    group.append(this.facetList(state, facet, counts))
    group.addEventListener("toggle", () => {
      if (!group.open) this.opened.delete(facet)
      if (!group.open || this.opened.has(facet)) return
      this.opened.add(facet)
      if (!Object.keys(counts).length) this.show(state)
    })
    return group
  }

  facetList(state, facet, counts) {
    const chosen = state.chosen[facet]
    const gone = chosen.map((value) => [value, 0]) // what an old link asks for may be on no page any more
    const values = Object.entries({ ...Object.fromEntries(gone), ...counts }).filter(([value, count]) => count > 0 || chosen.includes(value))
    values.sort((a, b) => chosen.includes(b[0]) - chosen.includes(a[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const size = this.whole.has(facet) ? values.length : FACET_SIZE
    const items = values.slice(0, size).map(([value, count]) => {
      const link = stateLink(toggled(state, facet, value), `${value} `, chosen.includes(value) ? { "aria-current": "true" } : {})
      link.append(element("span", { class: "sb-count" }, count.toLocaleString("en")))
      return element("li", {}, link)
    })
    if (values.length > size) items.push(element("li", {}, this.moreButton(state, facet, values.length)))
    return element("ul", { class: "sb-chips" }, ...items)
  }

  moreButton(state, facet, number) {
    const button = element("button", { type: "button", class: "sb-more" }, `All ${number}`)
    button.addEventListener("click", async () => {
      this.whole.add(facet)
      await this.show(state)
      this.facets.querySelectorAll(`[data-facet=${facet}] a`)[FACET_SIZE]?.focus()
    })
    return button
  }

  drawPages(state, last) {
    this.pages.hidden = last < 2
    const parts = [element("span", {}, `Page ${state.page} of ${last}`)]
    if (state.page > 1) parts.unshift(stateLink({ ...state, page: state.page - 1 }, "Previous", { rel: "prev" }))
    if (state.page < last) parts.push(stateLink({ ...state, page: state.page + 1 }, "Next", { rel: "next" }))
    this.pages.replaceChildren(...parts)
  }
}

function resultItem(found, query) {
  const words = askedFor(foundWords(found), query)
  const address = (anchor) => {
    const url = new URL(found.url, location)
    url.searchParams.set("highlight", words.join(" "))
    url.hash = anchor
    return url.href
  }
  const about = [found.filters.kind?.[0], found.filters.year?.[0]].filter(Boolean).join(" · ")
  const passages = passagesOf(found).map(({ anchor, title, pieces }) => {
    const text = pieces.flatMap(([word, isFound]) => [isFound ? element("mark", {}, word) : word, " "])
    return element("p", {}, ...(anchor ? [element("a", { href: address(anchor) }, title), " "] : []), ...text)
  })
  const title = element("h2", {}, element("a", { href: address("") }, found.meta.title))
  return element("li", {}, title, element("p", { class: "sb-meta" }, about), ...passages)
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

function stateLink(state, text, attributes = {}) {
  return element("a", { href: addressOf(state), "data-state": "", ...attributes }, text)
}
