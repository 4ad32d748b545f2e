// The page of results: as many as are worth reading, with what people want to narrow them by.
const { luukku } = globalThis;
const search = (luukku.search ??= {});

const MOST = 100;
// As many are shown at once, and as many more for whoever asks for them.
const STEP = 10;

search.showResults = (host, finder, query) => {
  const results = new Results(host, finder, query);
  results.show();
  for (const more of finder.later) more.then(() => results.show());
};

class Results {
  #host;
  #finder;
  #query;
  #narrowed = { open: false, department: "", language: "" };
  #shown = STEP;

  constructor(host, finder, query) {
    this.#host = host;
    this.#finder = finder;
    this.#query = query;
  }

  async show() {
    const { text } = this.#finder;
    const { hits, told } = await this.#finder.find(this.#query);
    const all = await this.#finder.cards(hits.slice(0, MOST).map(({ entry }) => entry));
    const cards = all.filter((card) => this.#keeps(card));
    const parts = [search.element("p", { role: "status" }, luukku.fill(text.count, { n: cards.length }))];
    parts.push(...search.told(told), this.#form(all));
    const rows = cards.slice(0, this.#shown).map((card) => this.#row(card));
    if (rows.length) parts.push(search.element("ol", { class: "search-found" }, ...rows));
    if (cards.length > rows.length) parts.push(this.#more());
    if (this.#query) parts.push(...(cards.length ? search.tell : search.comfort)(this.#finder, this.#query));
    this.#host.replaceChildren(...parts);
  }

  // The focus goes on to the first of those that come.
  #more() {
    const button = search.element("button", { type: "button", class: "search-more" }, this.#finder.text.more);
    button.addEventListener("click", async () => {
      const before = this.#shown;
      this.#shown += STEP;
      await this.show();
      this.#host.querySelectorAll(".search-found a.search-result")[before]?.focus();
    });
    return button;
  }

  #keeps(card) {
    const { open, department, language } = this.#narrowed;
    return (
      (!open || this.#finder.isDeskOpen(card) || this.#finder.isLineOpen(card)) &&
      (!department || card.department === department) &&
      (!language || card.languages.includes(language))
    );
  }

  #row(card) {
    const link = search.element("a", { class: "search-result", href: this.#finder.href(card.page) });
    link.append(...search.describe(this.#finder, card));
    return search.element("li", {}, link, search.channel(card) ?? "");
  }

  #form(cards) {
    const { text, manifest } = this.#finder;
    const departments = [...new Set(cards.map(({ department }) => department))].filter(Boolean);
    const languages = [...new Set(cards.flatMap((card) => card.languages))];
    const names = languages.map((tag) => [tag, this.#languageName(tag)]);
    const open = search.element("input", { type: "checkbox" });
    open.checked = this.#narrowed.open;
    open.addEventListener("change", () => this.#narrow({ open: open.checked }));
    const audiences = manifest.audiences.map(({ name }, place) => [String(place), name]);
    return search.element(
      "form",
      { class: "search-filters" },
      search.element("label", {}, open, ` ${text.open}`),
      this.#select(text.department, text.everyDepartment, departments.map((name) => [name, name]), "department"),
      this.#select(text.language, text.everyLanguage, names, "language"),
      audiences.length ? this.#audience(text, audiences) : "",
    );
  }

  #languageName(tag) {
    return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(tag) ?? tag;
  }

  #narrow(by) {
    Object.assign(this.#narrowed, by);
    this.#shown = STEP;
    this.show();
  }

  #select(label, none, options, key) {
    return this.#choice(label, none, options, this.#narrowed[key], (value) => this.#narrow({ [key]: value }));
  }

  // Kept on this device, and forgotten with the first line of the list.
  #audience(text, options) {
    const { audience } = this.#finder;
    return this.#choice(text.audience, text.everyone, options, audience < 0 ? "" : String(audience), (value) => {
      this.#finder.audience = value === "" ? -1 : Number(value);
      this.show();
    });
  }

  #choice(label, none, options, chosen, choose) {
    const select = search.element("select");
    for (const [value, name] of [["", none], ...options]) select.append(search.element("option", { value }, name));
    select.value = chosen;
    select.addEventListener("change", () => choose(select.value));
    return search.element("label", {}, `${label} `, select);
  }
}
