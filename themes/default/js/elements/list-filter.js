// <list-filter data-count="Results: {n}"><label><input> + [role=status]: as one types, hides the rows of the page's
// lists that do not hold all words, groups without a row, and opens what is folded; an empty box folds it again. The
// ways to the groups are out of the way meanwhile. What is not in the list may be elsewhere: it leads to the search.
const { luukku } = globalThis;
const ROWS = ".data-table tbody > tr:not(:has([scope=rowgroup])), .letter-index li, .fold .entry";

class ListFilter extends HTMLElement {
  #rows;
  #opened;

  connectedCallback() {
    this.addEventListener("input", this);
  }

  disconnectedCallback() {
    this.removeEventListener("input", this);
  }

  // A row is found by its group's name, too.
  get rows() {
    return (this.#rows ??= [...document.querySelectorAll(ROWS)].map((row) => {
      const heading = row.closest("section, details:has(h2)")?.querySelector("h2")?.textContent ?? "";
      const text = ` ${plain(`${heading} ${row.textContent}`)}`;
      return { row, text, joined: text.replaceAll(" ", "") };
    }));
  }

  handleEvent({ target }) {
    const words = plain(target.value).split(/\s+/).filter(Boolean);
    // "wi fi" is "Wi-Fi" and "WiFi", and a number is found however it is parted.
    const whole = words.join("");
    this.#opened ??= new Set(document.querySelectorAll("main details[open]"));
    let found = 0;
    for (const { row, text, joined } of this.rows) {
      row.hidden = !(joined.includes(whole) || words.every((word) => text.includes(begin(word))));
      found += !row.hidden;
    }
    for (const group of document.querySelectorAll("main :is(section, tbody, details)")) {
      group.hidden = !this.rows.some(({ row }) => !row.hidden && group.contains(row));
      if (group.localName === "details") group.open = words.length > 0 || this.#opened.has(group);
    }
    for (const ways of document.querySelectorAll("main .jump-list")) ways.hidden = words.length > 0;
    const count = luukku.fill(this.dataset.count, { n: found });
    const status = this.querySelector("[role=status]");
    status.textContent = words.length ? count : "";
    if (words.length && !found) status.append(" · ", this.#elsewhere(target.value));
  }

  #elsewhere(query) {
    const link = document.createElement("a");
    link.href = `${document.querySelector("site-search").dataset.page}?q=${encodeURIComponent(query.trim())}`;
    link.textContent = this.dataset.elsewhere;
    return link;
  }
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
