// The box with its list: the W3C's pattern of an editable combobox with a listbox. The first way to reach
// somebody stands beside each result, in a list of links of its own, since an option may hold no link.
const { luukku } = globalThis;
const search = (luukku.search ??= {});

const MOST = 10;
// Results that cover less of a query are guesses.
const GUESS = 34;

// The box owns it, and tells it when it is taken from the page.
search.attach = (host, finder) => {
  const combobox = new Combobox(host, finder);
  combobox.update();
  for (const more of finder.later) more.then(() => combobox.update());
  return combobox;
};

class Combobox {
  #host;
  #finder;
  #input;
  #panel;
  #status;
  #options = [];
  #active = -1;
  #asked = "";
  #life = new AbortController();

  constructor(host, finder) {
    this.#host = host;
    this.#finder = finder;
    this.#input = host.input;
    this.#panel = search.element("div", { class: "search-panel", id: "search-panel", hidden: "" });
    this.#status = search.element("p", { class: "visually-hidden", role: "status" });
    host.append(this.#panel, this.#status);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" };
    for (const [name, value] of Object.entries(attributes)) this.#input.setAttribute(name, value);
    const listen = (target, type, listener) => target.addEventListener(type, listener, { signal: this.#life.signal });
    listen(this.#input, "input", () => this.update());
    listen(this.#input, "keydown", (event) => this.#key(event));
    listen(this.#input, "focus", () => this.update());
    listen(host, "focusout", ({ relatedTarget }) => {
      if (relatedTarget && !host.contains(relatedTarget)) this.#close();
    });
    listen(host, "keydown", (event) => {
      if (event.key !== "Escape" || this.#panel.hidden) return;
      // What was typed stays, where browsers would empty the box at once.
      event.preventDefault();
      this.#close();
      this.#input.focus({ preventScroll: true });
    });
    listen(document, "pointerdown", ({ target }) => {
      if (!host.contains(target)) this.#close();
    });
  }

  // Nothing of it stays behind when its box is taken from the page, or put elsewhere.
  remove() {
    this.#life.abort();
    this.#close();
    for (const part of [this.#panel, this.#status]) part.remove();
  }

  async update() {
    const query = this.#input.value.trim();
    this.#asked = query;
    if (!query || document.activeElement !== this.#input) return this.#close();
    const isWanted = () => this.#asked === query;
    const found = await this.#finder.find(query, isWanted);
    if (!found || !isWanted()) return;
    const cards = await this.#finder.cards(found.hits.slice(0, MOST).map(({ entry }) => entry));
    if (isWanted()) this.#show(query, found, cards);
  }

  #show(query, { hits, told }, cards) {
    const { text } = this.#finder;
    const guess = !hits.length || hits[0].covered < GUESS;
    const parts = [this.#bar(), ...search.told(told)];
    if (guess && cards.length) parts.push(search.element("p", { class: "search-told" }, text.guess));
    if (cards.length) parts.push(this.#list(cards));
    this.#options = [...(cards.length ? parts.at(-1).querySelectorAll("[role=option]") : [])];
    if (guess) parts.push(search.element("div", { class: "search-comfort" }, ...search.comfort(this.#finder, query)));
    if (cards.length) {
      const all = `${this.#host.dataset.page}?q=${encodeURIComponent(query)}`;
      parts.push(search.element("p", { class: "search-all" }, search.element("a", { href: all }, text.all)));
    }
    this.#panel.replaceChildren(...parts);
    this.#mark(-1);
    this.#open(cards.length > 0);
    const count = luukku.fill(text.count, { n: hits.length });
    this.#status.textContent = guess ? `${count}. ${cards.length ? text.guess : text.nothing}` : count;
  }

  // On a phone the list is the whole screen, and needs a way out.
  #bar() {
    const button = search.element("button", { type: "button", class: "search-close" }, this.#finder.text.close);
    button.addEventListener("click", () => {
      this.#close();
      this.#input.blur();
    });
    return button;
  }

  #list(cards) {
    const options = search.element("div", {
      class: "search-options",
      role: "listbox",
      id: "search-options",
      "aria-label": this.#finder.text.results,
    });
    const ways = search.element("ul", { class: "search-ways", "aria-label": this.#finder.text.ways });
    let row = 0;
    search.grouped(this.#finder, cards).forEach(({ name, cards: of }, place) => {
      const label = search.element("span", { class: "search-group", id: `search-group-${place}` }, name);
      label.style.gridRow = ++row;
      const group = search.element("div", { role: "group", "aria-labelledby": label.id }, label);
      for (const card of of) {
        row++;
        const option = search.element(
          "a",
          {
            class: "search-result",
            role: "option",
            id: `search-option-${row}`,
            "aria-selected": "false",
            tabindex: "-1",
          },
          ...search.describe(this.#finder, card),
        );
        option.href = this.#finder.href(card.page);
        option.style.gridRow = row;
        group.append(option);
        const channel = search.channel(card);
        if (!channel || this.#finder.index.entries[card.entry].retired) continue;
        // The link is what stands in the grid: its list and its item have no box.
        channel.style.gridRow = row;
        ways.append(search.element("li", {}, channel));
      }
      options.append(group);
    });
    return search.element("div", { class: "search-list" }, options, ways);
  }

  #open(hasList) {
    this.#panel.hidden = false;
    this.#host.dataset.state = "open";
    this.#input.setAttribute("aria-expanded", String(hasList));
    if (hasList) this.#input.setAttribute("aria-controls", "search-options");
    else this.#input.removeAttribute("aria-controls");
  }

  #close() {
    this.#panel.hidden = true;
    delete this.#host.dataset.state;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
    this.#status.textContent = "";
  }

  #mark(place) {
    this.#options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = place;
    const option = this.#options[place];
    if (!option) return this.#input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", option.id);
  }

  #key(event) {
    const { key } = event;
    const most = this.#options.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && this.#panel.hidden) {
      event.preventDefault();
      this.update();
    } else if (step && most) {
      event.preventDefault();
      // From the box to the first or the last, and back to the box behind them.
      this.#mark(((this.#active + 1 + step + most + 1) % (most + 1)) - 1);
    } else if (key === "Enter" && this.#options[this.#active] && !this.#panel.hidden) {
      event.preventDefault();
      this.#options[this.#active].click();
    } else if (key === "Escape" && this.#panel.hidden) {
      this.#input.value = "";
    }
  }
}
