// A card about the page behind a link, while the pointer rests on the link or the keyboard is there. What it says is read
// from that page. A page on a disk cannot be read, and a finger cannot rest on a link: then there are no cards.
if (location.protocol !== "file:" && matchMedia("(hover: hover)").matches) {
  const site = new URL("../../", document.currentScript.src).href
  const kinds = /^(articles|organizations|tags)\/[^/]+\/(index\.html)?$/
  const wait = 300
  const pages = new Map()
  const card = document.createElement("div")
  const title = document.createElement("strong")
  const words = document.createElement("p")
  let link = null
  let timer = 0

  card.id = "__preview"
  card.className = "sb-preview"
  card.role = "tooltip"
  card.popover = "manual"
  card.append(title, words)
  document.querySelector("main").append(card)

  const linkAt = (target) => {
    const found = target.closest("main a[href]")
    if (!found || found.hash || found.closest(".sb-card-title") || found.pathname === location.pathname) return null
    const href = String(found.href.baseVal ?? found.href) // links in pictures have an object there
    return href.startsWith(site) && kinds.test(href.slice(site.length)) ? found : null
  }

  const read = async (address) => {
    const answer = await fetch(address)
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html")
    return {
      title: page.querySelector("h1")?.textContent.trim(),
      words: page.querySelector("meta[name=description]")?.content,
    }
  }

  const show = async () => {
    const asked = link
    if (!pages.has(asked.href)) pages.set(asked.href, read(asked.href).catch(() => ({})))
    const page = await pages.get(asked.href)
    if (asked !== link || !page.title || !page.words) return
    title.textContent = page.title
    words.textContent = page.words
    card.showPopover()
    const place = asked.getClientRects()[0]
    const below = place.bottom + card.offsetHeight + 8 < innerHeight
    card.style.left = `${Math.max(8, Math.min(place.left, document.body.clientWidth - card.offsetWidth - 8))}px`
    card.style.top = `${below ? place.bottom + 4 : place.top - card.offsetHeight - 4}px`
    asked.setAttribute("aria-describedby", card.id)
  }

  const hide = () => {
    clearTimeout(timer)
    link?.removeAttribute("aria-describedby")
    link = null
    card.hidePopover()
  }

  const enter = (target) => {
    const found = linkAt(target)
    if (found && found === link) return clearTimeout(timer)
    if (!found) return
    hide()
    link = found
    timer = setTimeout(show, wait)
  }

  const leave = () => {
    clearTimeout(timer)
    timer = setTimeout(hide, wait)
  }

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return
    if (card.contains(target)) clearTimeout(timer)
    else enter(target)
  })
  document.addEventListener("pointerout", ({ target }) => {
    if (link && (link.contains(target) || card.contains(target))) leave()
  })
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches(":focus-visible")) enter(target)
  })
  document.addEventListener("focusout", () => link && hide())
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide())
  addEventListener("scroll", () => card.matches(":popover-open") && hide(), { passive: true })
}
