// <list-filter data-count="Results: {n}"><label><input type="search"|"checkbox"> + [role=status]: as one types, hides
// the rows of the page's lists that do not hold all words (their data-words are theirs, too), groups without a row, and
// opens what is folded; an empty box folds it again. Ticked, it leaves those whose <open-now> opens today. The ways to
// the groups are out of the way meanwhile. What is not in the list may be elsewhere: it leads to the search.
const { luukku } = globalThis;
const ROWS = ".data-table tbody > tr:not(:has([scope=rowgroup])), .letter-index li, .fold .entry";

class ListFilter extends HTMLElement {
  #rows;
  #opened;

  connectedCallback() {
    // A browser that comes back to the page would tick it, and the list is whole.
    const tick = this.querySelector("[type=checkbox]");
    if (tick) tick.checked = false;
    this.addEventListener("input", this);
  }

  disconnectedCallback() {
    this.removeEventListener("input", this);
  }

  // A row is found by its group's name, too.
  get rows() {
    return (this.#rows ??= [...document.querySelectorAll(ROWS)].map((row) => {
      const heading = row.closest("section, details:has(h2)")?.querySelector("h2")?.textContent ?? "";
      const text = ` ${plain(`${heading} ${row.textContent} ${row.dataset.words ?? ""}`)}`;
      return { row, text, joined: text.replaceAll(" ", "") };
    }));
  }

  handleEvent() {
    const { value } = this.querySelector("[type=search]");
    const today = this.querySelector("[type=checkbox]")?.checked ?? false;
    const words = plain(value).split(/\s+/).filter(Boolean);
    const narrow = words.length > 0 || today;
    // "wi fi" is "Wi-Fi" and "WiFi", and a number is found however it is parted.
    const whole = words.join("");
    this.#opened ??= new Set(document.querySelectorAll("main details[open]"));
    let found = 0;
    for (const { row, text, joined } of this.rows) {
      const holds = joined.includes(whole) || words.every((word) => text.includes(begin(word)));
      row.hidden = !(holds && (!today || opensToday(row)));
      found += !row.hidden;
    }
    for (const group of document.querySelectorAll("main :is(section, tbody, details)")) {
      group.hidden = !this.rows.some(({ row }) => !row.hidden && group.contains(row));
      if (group.localName === "details") group.open = narrow || this.#opened.has(group);
    }
    for (const ways of document.querySelectorAll("main .jump-list")) ways.hidden = narrow;
    const count = luukku.fill(this.dataset.count, { n: found });
    const status = this.querySelector("[role=status]");
    status.textContent = narrow ? count : "";
    if (words.length && !found) status.append(" · ", this.#elsewhere(value));
  }

  #elsewhere(query) {
    const link = document.createElement("a");
    link.href = `${document.querySelector("site-search").dataset.page}?q=${encodeURIComponent(query.trim())}`;
    link.textContent = this.dataset.elsewhere;
    return link;
  }
}

// Whoever is away has no hours.
function opensToday(row) {
  const now = Math.floor(Date.now() / 1000);
  const spans = luukku.spans(row.querySelector("open-now")?.dataset.calendar);
  const state = spans?.state(now);
  return Boolean(state && (state.open || (state.change !== null && luukku.daysAhead(state.change, now, spans) === 0)));
}

// One or two letters are the beginning of a word.
function begin(word) {
  return word.length > 2 ? word : ` ${word}`;
}

// Letters that do not fall apart into a plain one and a mark.
const PLAIN = { ł: "l", ø: "o", đ: "d", æ: "ae", œ: "oe", ß: "ss" };

// Without capitals, accents and the signs within words.
function plain(text) {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const bare = letters.replace(/[łøđæœß]/g, (letter) => PLAIN[letter]);
  return bare.replace(/[^\p{L}\p{N}\s]/gu, "").replace(/\s/g, " ");
}

customElements.define("list-filter", ListFilter);
