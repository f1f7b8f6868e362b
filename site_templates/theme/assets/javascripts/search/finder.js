// A state of the search page in, what is found for it out: what is asked of Pagefind, and how a mistyped query is mended.

import { foundWords } from "./excerpts.js"
import { fold, mend, nearestNames, unmatched, withoutSmallWords } from "./spelling.js"

const PAGE_SIZE = 10
const SEPARATOR = " | " // between the names in a subject
const TOPICS = ["Organisation", "Tag"] // what bears a name
const NAMES = 6
const NOTHING = { results: [], filters: {} }

export class Finder {
  constructor(pagefind, root) {
    this.pagefind = pagefind
    this.root = root
    this.spellings = null // once a word is not known
  }

  // Load what a query that is being typed will need.
  prepare(typed) {
    return this.pagefind.preload(withoutSmallWords(typed))
  }

  // What is found for a state; where a word of the query is not known, for the query with the nearest in its place, or
  // without it: `missing` are those words. The values of `facets` are counted.
  async find(state, facets) {
    const askNamed = (query) => this.askNamed(query, state, facets)
    const plain = withoutSmallWords(state.q.replace(/[“”„]/g, '"'))
    if (state.exact || plain.startsWith('"')) return { ...(await load(await this.ask(plain, state, facets), state)), query: state.q }
    // Most queries have no mistake. Once the site's words are there, one that has is not asked as it stands: without the
    // unknown word that would find, and cost, most.
    const found = this.spellings ? null : await askNamed(plain)
    const wrong = await this.unknownOf(unmatched(plain, this.spellings?.folded ?? (await wordsOf(found))))
    if (!wrong.length) return { ...(await load(found ?? (await askNamed(plain)), state)), query: state.q }
    this.spellings ??= await this.loadSpellings()
    const { query, missing } = mend(plain, wrong, this.spellings.words)
    const mended = query ? await askNamed(query) : NOTHING
    const near = mended.results.length ? [] : nearestNames(state.q, this.spellings.names, NAMES)
    return { ...(await load(mended, state)), query, missing, near, mended: missing.length < wrong.length }
  }

  // Naming a facet loads its values; there may be thousands, so this is done for those that are shown.
  async ask(query, state, facets) {
    await this.pagefind.preload(query, { filters: Object.fromEntries(facets.map((facet) => [facet, ""])) })
    return this.pagefind.search(query, { filters: filtersOf(state) })
  }

  // In quotes a word must be there.
  async unknownOf(words) {
    const unknown = []
    for (const word of words) {
      if (!(await this.pagefind.search(`"${word}"`)).unfilteredResultCount) unknown.push(word)
    }
    return unknown
  }

  async loadSpellings() {
    const { names, words } = await (await fetch(new URL("search/words.json", this.root))).json()
    return { names, words, folded: words.map(fold) }
  }

  // The same, with the page first that bears just that name: an organisation's, or else a tag's. It could be anywhere in
  // what is found, so these are asked for alone; that is quick, and they load while the long answer is made.
  async askNamed(query, state, facets) {
    const topics = await this.pagefind.search(query, { filters: { ...filtersOf(state), topic: { any: TOPICS } } })
    const loading = topics.results.slice(0, PAGE_SIZE).map(async ({ id, data }) => ({ id, ...(await data()) }))
    const [found, ...pages] = await Promise.all([this.ask(query, state, facets), ...loading])
    const called = pages.filter(({ meta }) => namesOf(meta).includes(fold(query)))
    const best = called.sort((a, b) => TOPICS.indexOf(a.filters.topic[0]) - TOPICS.indexOf(b.filters.topic[0]))[0]
    return { ...found, results: [...found.results].sort((a, b) => (b.id === best?.id) - (a.id === best?.id)) }
  }
}

// The results of one page, with what the index holds of each.
async function load({ results, filters }, state) {
  const start = (state.page - 1) * PAGE_SIZE
  const shown = await Promise.all(results.slice(start, start + PAGE_SIZE).map((result) => result.data()))
  return { total: results.length, pages: Math.ceil(results.length / PAGE_SIZE), filters, shown }
}

// Pagefind leaves out a word that it does not know, or takes a shorter one that it begins with; the first page shows it.
async function wordsOf({ results }) {
  return results.length ? foundWords(await results[0].data()).map(fold) : []
}

function filtersOf(state) {
  return Object.fromEntries(Object.entries(state.chosen).filter(([, values]) => values.length))
}

function namesOf({ subject }) {
  return subject.split(SEPARATOR).map((name) => fold(withoutSmallWords(name)))
}
