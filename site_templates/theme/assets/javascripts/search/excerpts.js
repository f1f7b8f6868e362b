// What Pagefind knows of a page in, the passages to show of it out, as pieces of text of which some are found words.

const LENGTH = 30 // words in a passage
const BEFORE = 5 // words before the first that was found
const SECTIONS = 3
const WORD = /[\p{L}\p{N}]+[+#]*/gu

// The passages of the sections with most of what was searched for, in the order of the page; `anchor` is empty for the
// text before the first section.
export function passagesOf(found) {
  const words = split(found.content)
  const anchors = found.anchors.filter((anchor) => /^h[2-6]$/.test(anchor.element)).sort((a, b) => a.location - b.location)
  const heads = [{ id: "", text: found.meta.title, location: 0 }, ...anchors]
  const sections = heads.map((head, place) => {
    const end = heads[place + 1]?.location ?? words.length
    const hits = found.weighted_locations.filter((hit) => hit.location >= head.location && hit.location < end)
    return { anchor: head.id, title: head.text, start: head.location + split(head.text).length, end, hits, place }
  })
  return sections
    .filter((section) => section.hits.length)
    .sort((a, b) => scoreOf(b.hits) - scoreOf(a.hits) || a.place - b.place)
    .slice(0, SECTIONS)
    .sort((a, b) => a.place - b.place)
    .map((section) => ({ anchor: section.anchor, title: section.title, pieces: piecesOf(words, section) }))
}

// The words that were found, as they are written, in lower case, each once; `co-founded` gives two.
export function foundWords(found) {
  const words = split(found.content)
  const parts = found.locations.flatMap((location) => words[location]?.toLowerCase().match(WORD) ?? [])
  return [...new Set(parts)]
}

// Of those words, the ones for whose sake a page was found: they begin as a word of the query does.
export function askedFor(words, query) {
  const starts = (query.toLowerCase().match(WORD) ?? []).map((word) => word.slice(0, 3))
  return words.filter((word) => starts.some((start) => word.startsWith(start)))
}

// The stretch of a section with most hits in it, after its heading: `[word, wasFound]` for each.
function piecesOf(words, { start, end, hits }) {
  const places = new Set(hits.map((hit) => hit.location))
  let [first, most] = [start, 0]
  for (const { location } of hits.filter((hit) => hit.location >= start)) {
    const score = scoreOf(hits.filter((hit) => hit.location >= location && hit.location < location + LENGTH - BEFORE))
    if (score > most) [first, most] = [location, score]
  }
  const from = Math.max(start, Math.min(first - BEFORE, end - LENGTH))
  const to = Math.min(from + LENGTH, end)
  const pieces = words.slice(from, to).map((word, place) => [word, places.has(from + place)])
  return [...(from > start ? [["…", false]] : []), ...pieces, ...(to < end ? [["…", false]] : [])]
}

function scoreOf(hits) {
  return hits.reduce((sum, hit) => sum + hit.balanced_score, 0)
}

function split(text) {
  return text.trim().split(/\s+/)
}
