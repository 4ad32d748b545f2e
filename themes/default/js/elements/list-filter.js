// <list-filter data-count="Results: {n}"><label><input> + [role=status]: as one types, hides the rows of the page's
// lists that do not hold all words, groups without a row, and opens what is folded; an empty box folds it again.
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
      return { row, text: plain(`${heading} ${row.textContent}`) };
    }));
  }

  handleEvent({ target }) {
    const words = plain(target.value).split(/\s+/).filter(Boolean);
    this.#opened ??= new Set(document.querySelectorAll("main details[open]"));
    let found = 0;
    for (const { row, text } of this.rows) {
      row.hidden = !words.every((word) => text.includes(word));
      found += !row.hidden;
    }
    for (const group of document.querySelectorAll("main :is(section, tbody, details)")) {
      group.hidden = !this.rows.some(({ row }) => !row.hidden && group.contains(row));
      if (group.localName === "details") group.open = words.length > 0 || this.#opened.has(group);
    }
    const count = luukku.fill(this.dataset.count, { n: found });
    this.querySelector("[role=status]").textContent = words.length ? count : "";
  }
}

// Without capitals and accents.
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

customElements.define("list-filter", ListFilter);
