// What the search page asks for in, what is found out, in a thread of its own: a search among many pages never holds up
// the keys. A message is `{ turn, state, facets }`, answered with `{ turn, answer }` or `{ failed }`; or `{ typed }`,
// what is about to be asked, which has no answer.

import { Finder } from "./finder.js"

const ROOT = new URL("../../../", import.meta.url)
const RANKING = { metaWeights: { title: 0.5, subject: 7 } }

let latest = 0
const starting = start()
starting.catch(() => postMessage({ failed: true }))

addEventListener("message", async ({ data: { typed, turn, state, facets } }) => {
  latest = turn ?? latest
  try {
    const finder = await starting
    if (!turn) await finder.prepare(typed)
    else if (turn === latest) postMessage({ turn, answer: await finder.find(state, facets) })
  } catch {
    postMessage({ failed: true })
  }
})

async function start() {
  const pagefind = await import(new URL("pagefind/pagefind.js", ROOT))
  await pagefind.options({ ranking: RANKING, noWorker: true }) // this is one
  await pagefind.init()
  return new Finder(pagefind, ROOT)
}
