// A word as somebody typed it in, the nearest word or names of the site out. Nothing here touches the page.

const WORD = /[\p{L}\p{N}]+/gu
const MARKS = /\p{M}/gu

const SMALL = new Set("a an and are as at be by for from how in is it its of on or that the this to was were what which who will with".split(" "))

// A query without the words that are on every page: they find nothing, and cost most. A phrase in quotes keeps them.
export function withoutSmallWords(query) {
  if (query.startsWith('"')) return query
  const kept = query.split(/\s+/).filter((word) => !SMALL.has(fold(word)))
  return kept.length ? kept.join(" ") : query
}

// The letters and digits of a text, in lower case and without accents.
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(MARKS, "")
}

// How many letters must be added, dropped, changed or swapped with the next; more than `most` is not counted out.
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let [older, last] = [[], Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      line[column] = Math.min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) line[column] = Math.min(line[column], older[column - 2] + 1)
    }
    if (Math.min(...line) > most) return most + 1
    ;[older, last] = [last, line]
  }
  return last[other.length]
}

// The nearest of words that stand in the order of how common they are; none where nothing is near.
export function nearest(word, words) {
  const most = word.length < 7 ? 1 : 2
  let best = ""
  let least = Infinity
  for (const candidate of words) {
    const missed = distance(word, candidate, most)
    const rare = candidate[0] === word[0] ? 0 : 0.5 // few mistakes are in the first letter
    if (missed <= most && missed + rare < least) [best, least] = [candidate, missed + rare]
  }
  return best
}

// The words of a query that none of the folded words begins with. Short words and numbers are taken as they are.
export function unmatched(query, folded) {
  return (query.match(WORD) ?? []).filter((word) => {
    const plain = fold(word)
    return plain.length > 2 && !/\d/.test(plain) && !folded.some((other) => other.startsWith(plain))
  })
}

// The query with each of the wrong words replaced by the nearest of the site's, unless it begins one of those; without
// those, the missing, to which none is near.
export function mend(query, wrong, words) {
  const missing = []
  const mended = query.replace(WORD, (word) => {
    const plain = fold(word)
    if (!wrong.includes(word) || words.some((candidate) => candidate.startsWith(plain))) return word
    const found = nearest(plain, words)
    if (!found) missing.push(word)
    return found
  })
  return { query: mended.trim(), missing }
}

// The pages of the names that have most groups of three letters in common with the query, each page once.
export function nearestNames(query, names, most) {
  const wanted = threes(query)
  const scored = names.map(([name, title, path]) => [overlap(wanted, threes(name)), title, path])
  scored.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1))
  const found = new Map()
  for (const [score, title, path] of scored) {
    if (score > 0.2 && found.size < most && !found.has(path)) found.set(path, title)
  }
  return [...found]
}

function threes(text) {
  const padded = ` ${fold(text)} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3)))
}

function overlap(one, other) {
  const shared = [...one].filter((piece) => other.has(piece)).length
  return shared / (one.size + other.size - shared || 1)
}
