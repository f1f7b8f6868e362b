// The contents beside a page: the heading that is being read is marked there.
{
  const links = new Map()
  for (const link of document.querySelectorAll(".sb-contents a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (heading) links.set(heading, link)
  }
  const mark = () => {
    let current = null
    for (const [heading, link] of links) {
      link.removeAttribute("aria-current")
      if (heading.getBoundingClientRect().top < innerHeight / 3) current = link
    }
    current?.setAttribute("aria-current", "true")
  }
  if (links.size) {
    let asked = 0
    const later = () => {
      asked ||= requestAnimationFrame(() => {
        asked = 0
        mark()
      })
    }
    addEventListener("scroll", later, { passive: true })
    mark()
  }
}
