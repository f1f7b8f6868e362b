// The index of the page Explore and a query in; the articles found and the number beside each value out.
//
// A query says of each value that is picked how it counts. An article is found that has every "and" value, at least one
// of the "or" values of each group that has any, and no "not" value.
"use strict"
{
  const HOWS = ["and", "or", "not"]
  const SORTS = ["newest", "title", "matches"]

  /** The index ready to be asked: its values in one list, each with its number there, its key and its articles. */
  const openIndex = ({ size, byTitle, groups }) => {
    const values = Object.entries(groups).flatMap(([group, items]) =>
      items.map(({ slug, name, also = [], steps }) => ({
        key: `${group}:${slug}`,
        group,
        name,
        words: fold([name, ...also].join("\n")),
        articles: addUp(steps),
      })),
    )
    values.forEach((value, number) => (value.number = number))
    return { size, values, byTitle: addUp(byTitle), byKey: new Map(values.map((value) => [value.key, value])) }
  }

  /** A text as it is compared: without case and accents. */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

  /** The query that an address asks, and the keys in it that are not in the index. */
  const readQuery = (index, search) => {
    const given = new URLSearchParams(search)
    const query = { picks: new Map(), sort: SORTS[0], pages: 1, unknown: [] }
    for (const how of HOWS)
      for (const key of given.getAll(how).flatMap((keys) => keys.split(",").filter(Boolean))) {
        const value = index.byKey.get(key)
        if (!value) query.unknown.push(key)
        else if (!query.picks.has(value)) query.picks.set(value, how)
      }
    if (SORTS.includes(given.get("sort"))) query.sort = given.get("sort")
    if (/^[1-9]\d{0,3}$/.test(given.get("pages"))) query.pages = Number(given.get("pages"))
    return query
  }

  /** The address that asks a query: one for each query, in whatever order its values were picked. */
  const writeQuery = ({ picks, sort, pages }) => {
    const parts = HOWS.map((how) => [how, [...picks].filter((pick) => pick[1] === how).map(([value]) => value.key)])
      .filter(([, keys]) => keys.length)
      .map(([how, keys]) => `${how}=${keys.sort().map(encodeKey).join(",")}`)
    if (sort !== SORTS[0]) parts.push(`sort=${sort}`)
    if (pages > 1) parts.push(`pages=${pages}`)
    return parts.length ? `?${parts.join("&")}` : ""
  }

  /** The numbers of the articles found, in the order asked for, and for each value of the index a number of articles.
   *
   * That number is how many of the articles found have the value; in a group with "or" values, how many would be found
   * if the value were the only such one of its group.
   */
  const ask = (index, { picks, sort }) => {
    const clauses = clausesOf(picks)
    const found = fitting(index.size, clauses)
    const without = new Map(
      clauses
        .filter((clause) => clause.group)
        .map((clause) => [clause.group, fitting(index.size, clauses.filter((other) => other !== clause))]),
    )
    const counts = index.values.map(({ group, articles }) => countOf(articles, without.get(group) ?? found))
    const order = sort === "title" ? index.byTitle : found.keys()
    const articles = [...order].filter((article) => found[article])
    if (sort === "matches") {
      const matches = matchesOf(index.size, picks)
      articles.sort((one, other) => matches[other] - matches[one])
    }
    return { articles, counts }
  }

  const addUp = (steps) => {
    let number = -1
    return Uint32Array.from(steps, (step) => (number += step))
  }

  const encodeKey = (key) => encodeURIComponent(key).replace("%3A", ":")

  /** What an article must fit: each clause has values of which it has one, or is wanted to have none. */
  const clausesOf = (picks) => {
    const either = new Map()
    const clauses = []
    for (const [value, how] of picks) {
      if (how !== "or") clauses.push({ values: [value], wanted: how === "and" ? 1 : 0 })
      else if (either.has(value.group)) either.get(value.group).push(value)
      else either.set(value.group, [value])
    }
    return [...clauses, ...[...either].map(([group, values]) => ({ group, values, wanted: 1 }))]
  }

  /** For each article 1 if it fits every clause, else 0. */
  const fitting = (size, clauses) => {
    const fits = new Uint8Array(size).fill(1)
    for (const { values, wanted } of clauses) {
      const marks = new Uint8Array(size)
      for (const value of values) for (const article of value.articles) marks[article] = 1
      for (let article = 0; article < size; article++) if (marks[article] !== wanted) fits[article] = 0
    }
    return fits
  }

  const countOf = (articles, fits) => {
    let count = 0
    for (const article of articles) count += fits[article]
    return count
  }

  /** For each article how many of the values picked it has. */
  const matchesOf = (size, picks) => {
    const matches = new Uint32Array(size)
    for (const [value, how] of picks) if (how !== "not") for (const article of value.articles) matches[article]++
    return matches
  }

  window.seedbedQuery = { HOWS, SORTS, openIndex, fold, readQuery, writeQuery, ask }
}
