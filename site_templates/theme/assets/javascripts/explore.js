// The index and the address in; the values to pick, those picked and the articles found on the page Explore out.
//
// What the index says goes onto the page as text, never as HTML. Elements are copies of the page's own <template>s, and
// those that stay are never moved, so that the focus stays where it is.
"use strict"
{
  const VALUES_SHOWN = 8
  const VALUES_MORE = 40
  const ARTICLES_SHOWN = 20
  const number = new Intl.NumberFormat("en")

  /** The whole page: what is asked, and the parts of the page that show it. */
  class Explorer {
    constructor(form, data) {
      this.form = form
      this.index = seedbedQuery.openIndex(data)
      this.boxes = [...form.querySelectorAll("details[data-group]")].map((box) => new FacetBox(box, this))
      this.picks = new PickList(form.querySelector(".sb-picks"), this)
      this.list = new ArticleList(form.querySelector(".sb-found"), data)
      this.read()
      history.replaceState(history.state, "", this.address() + location.hash)
      const { find, sort, clear, jump, more } = form.elements
      form.addEventListener("submit", (event) => event.preventDefault())
      find.addEventListener("input", () => this.showValues())
      sort.addEventListener("change", () => this.change((query) => (query.sort = sort.value)))
      more.addEventListener("click", () => this.showMore())
      jump.addEventListener("click", () => form.querySelector(".sb-found h2").focus())
      clear.addEventListener("click", () => {
        this.change((query) => query.picks.clear())
        find.focus()
      })
    }

    /** Show what the address asks: at the start, and after Back and Forward. */
    read() {
      this.query = seedbedQuery.readQuery(this.index, location.search)
      this.show()
    }

    /** Change what is asked, as a step that Back undoes. */
    change(edit) {
      edit(this.query)
      this.query.pages = 1
      this.query.unknown = []
      if (this.address() !== location.pathname + location.search) history.pushState(null, "", this.address())
      this.show()
    }

    pick(value, how) {
      this.change(({ picks }) => (how ? picks.set(value, how) : picks.delete(value)))
    }

    address() {
      return location.pathname + seedbedQuery.writeQuery(this.query)
    }

    async showMore() {
      const shown = this.list.list.children.length
      this.query.pages += 1
      history.replaceState(null, "", this.address())
      await this.show()
      this.list.list.children[shown]?.querySelector("a").focus()
    }

    show() {
      this.answer = seedbedQuery.ask(this.index, this.query)
      this.picks.show(this.query.picks)
      this.showValues()
      const { articles } = this.answer
      const { sort, clear, more } = this.form.elements
      const shown = this.query.pages * ARTICLES_SHOWN
      clear.hidden = !this.query.picks.size
      sort.value = this.query.sort
      more.hidden = articles.length <= shown
      const total = `${number.format(articles.length)} of ${number.format(this.index.size)} articles`
      for (const element of this.form.querySelectorAll(".sb-total")) setText(element, total)
      const unknown = this.query.unknown.join(", ")
      setText(this.form.querySelector(".sb-unknown"), unknown && `Not on this site, and left out: ${unknown}`)
      this.form.querySelector(".sb-none").hidden = articles.length > 0
      return this.list.show(articles.slice(0, shown), this.query.picks)
    }

    showValues() {
      const text = seedbedQuery.fold(this.form.elements.find.value.trim())
      const fitting = this.boxes.reduce((sum, box) => sum + box.show(this.query.picks, this.answer.counts, text), 0)
      const said = text && `${number.format(fitting)} values with this in their name`
      setText(this.form.querySelector(".sb-fitting"), said)
    }
  }

  /** One group of values: a check box for each that is picked or that many articles have. */
  class FacetBox {
    constructor(box, explorer) {
      this.box = box
      this.explorer = explorer
      this.values = explorer.index.values.filter((value) => value.group === box.dataset.group)
      this.values.forEach((value) => (value.noun = box.dataset.noun))
      this.list = box.querySelector("ul")
      this.more = box.querySelector("button")
      this.shown = VALUES_SHOWN
      this.rows = new Map()
      this.more.addEventListener("click", () => {
        this.shown += VALUES_MORE
        explorer.showValues()
      })
    }

    /** Show the values that most articles have, in an order that stays; returns how many fit the text. */
    show(picks, counts, text) {
      const isKept = (value) => picks.has(value) || this.rows.get(value)?.contains(document.activeElement)
      const named = text ? this.values.filter((value) => value.words.includes(text)) : this.values
      const fitting = named.filter((value) => counts[value.number] || isKept(value))
      const byCount = [...fitting].sort((one, other) => counts[other.number] - counts[one.number])
      const most = new Set(byCount.slice(0, this.shown))
      const wanted = fitting.filter((value) => most.has(value) || isKept(value))
      sync(this.list, wanted.map((value) => this.row(value, picks.get(value), counts[value.number])))
      this.box.hidden = !wanted.length
      if (text) this.box.open = true
      const isAll = fitting.length === wanted.length
      if (isAll && document.activeElement === this.more) this.box.querySelector("summary").focus()
      this.more.hidden = isAll
      return fitting.length
    }

    row(value, how, count) {
      if (!this.rows.has(value)) this.rows.set(value, this.newRow(value))
      const row = this.rows.get(value)
      row.querySelector("input").checked = Boolean(how)
      row.dataset.how = how ?? ""
      setText(row.querySelector(".sb-word"), how && how !== "and" ? how : "")
      setText(row.querySelector(".sb-count"), number.format(count))
      return row
    }

    newRow(value) {
      const row = copyOf(this.explorer.form, "value")
      row.querySelector(".sb-name").textContent = value.name
      row.querySelector("input").addEventListener("change", (event) => {
        this.explorer.pick(value, event.target.checked && this.explorer.form.elements.how.value)
      })
      return row
    }
  }

  /** The values picked, each with a way to change how it counts, and one to take it away. */
  class PickList {
    constructor(list, explorer) {
      this.list = list
      this.explorer = explorer
      this.chips = new Map()
    }

    show(picks) {
      const values = [...picks.keys()].sort((one, other) => one.number - other.number)
      sync(this.list, values.map((value) => this.chip(value, picks.get(value))))
      this.list.hidden = !values.length
    }

    chip(value, how) {
      if (!this.chips.has(value)) this.chips.set(value, this.newChip(value))
      const chip = this.chips.get(value)
      chip.querySelector("select").value = how
      chip.dataset.how = how
      return chip
    }

    newChip(value) {
      const chip = copyOf(this.explorer.form, "pick")
      const [choice, remove] = chip.querySelectorAll("select, button")
      chip.querySelector(".sb-name").textContent = value.name
      chip.querySelector(".sb-noun").textContent = value.noun
      choice.setAttribute("aria-label", `How the ${value.noun} ${value.name} counts`)
      remove.setAttribute("aria-label", `Remove the ${value.noun} ${value.name}`)
      choice.addEventListener("change", () => this.explorer.pick(value, choice.value))
      remove.addEventListener("click", () => {
        const next = (chip.nextElementSibling ?? chip.previousElementSibling)?.querySelector("button")
        this.explorer.pick(value, "")
        const target = next ?? this.explorer.form.elements.find
        target.focus()
      })
      return chip
    }
  }

  /** The articles found; what is said of them comes in parts, which are loaded when they are first needed. */
  class ArticleList {
    constructor(section, data) {
      this.section = section
      this.data = data
      this.list = section.querySelector("ul")
      this.loading = new Map()
      this.turn = 0
    }

    async show(articles, picks) {
      const { parts, partSize } = this.data
      const turn = ++this.turn
      const needed = new Set(articles.map((article) => parts[Math.floor(article / partSize)]))
      this.list.setAttribute("aria-busy", "true")
      const failed = await Promise.all([...needed].map((part) => this.load(part))).then(() => false, () => true)
      if (turn !== this.turn) return
      this.section.querySelector(".sb-failed").hidden = !failed
      this.list.replaceChildren(...(failed ? [] : articles.map((article) => this.card(article, picks))))
      this.list.setAttribute("aria-busy", "false")
    }

    load(part) {
      if (!this.loading.has(part) && !this.data.loaded[part]) {
        const script = document.createElement("script")
        const loaded = new Promise((resolve, reject) => {
          script.onload = resolve
          script.onerror = reject
        })
        loaded.catch(() => this.loading.delete(part))
        this.loading.set(part, loaded)
        script.src = this.section.dataset.part.replace("PART", part)
        document.head.append(script)
      }
      return this.loading.get(part)
    }

    card(article, picks) {
      const { parts, partSize, loaded } = this.data
      const [slug, title, date, description] = loaded[parts[Math.floor(article / partSize)]][article % partSize]
      const card = copyOf(this.section.closest("form"), "article")
      const [link, day, matched] = card.querySelectorAll("a, .sb-date, .sb-matched")
      link.textContent = title
      link.href = this.section.dataset.article.replace("SLUG", encodeURIComponent(slug))
      day.textContent = date
      const names = [...picks].filter(([value, how]) => how === "or" && value.articles.includes(article))
      if (names.length) matched.textContent = `with ${names.map(([value]) => value.name).join(", ")}`
      card.querySelector("p:last-child").textContent = description
      return card
    }
  }

  const copyOf = (form, name) => {
    const template = form.querySelector(`template[data-name="${name}"]`)
    return template.content.firstElementChild.cloneNode(true)
  }

  /** Text is set only where it changes, so that a screen reader says only what does. */
  const setText = (element, text) => {
    if (element.textContent !== text) element.textContent = text
  }

  /** Make these the children of a list. Children that stay keep their order, so none of them is moved. */
  const sync = (list, wanted) => {
    const staying = new Set(wanted)
    for (const child of [...list.children]) if (!staying.has(child)) child.remove()
    let next = list.firstElementChild
    for (const child of wanted) {
      if (child === next) next = next.nextElementSibling
      else list.insertBefore(child, next)
    }
  }

  const start = () => {
    const form = document.querySelector(".sb-explore[hidden]")
    if (!form || !window.seedbedExplore || !window.seedbedQuery) return
    const isWide = matchMedia("(min-width: 60em)").matches
    for (const box of form.querySelectorAll("details[data-group]")) box.open = isWide
    const explorer = new Explorer(form, window.seedbedExplore)
    form.hidden = false
    form.nextElementSibling.hidden = true
    const read = () => (form.isConnected ? explorer.read() : removeEventListener("popstate", read))
    addEventListener("popstate", read)
    document.removeEventListener("load", start, true)
  }

  // Where the theme swaps pages without loading them, the scripts of a page come again, and in any order.
  document.addEventListener("load", start, true)
  start()
}
