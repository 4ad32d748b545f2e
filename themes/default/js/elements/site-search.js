// <site-search data-root data-script data-index data-page><form><input>: the search box. What it needs is fetched
// when somebody turns to it, or points at it; without scripts the form leads to the alphabet.
const luukku = (globalThis.luukku ??= {});
const fetched = new Map();

// By which somebody turns to the box: the pointer is there before the focus.
const TURNS = ["focusin", "pointerenter"];

class SiteSearch extends HTMLElement {
  #ready;
  #combobox;

  connectedCallback() {
    this.querySelector("form").action = this.dataset.page;
    for (const type of TURNS) this.addEventListener(type, this);
    document.addEventListener("keydown", this);
    if (this.contains(document.activeElement)) this.load();
  }

  disconnectedCallback() {
    for (const type of TURNS) this.removeEventListener(type, this);
    document.removeEventListener("keydown", this);
    this.#combobox?.remove();
    this.#combobox = this.#ready = undefined;
  }

  get input() {
    return this.querySelector("input");
  }

  handleEvent(event) {
    if (event.type === "focusin") this.load();
    else if (TURNS.includes(event.type)) this.#fetch().catch(() => {});
    else if (this.#isCalled(event)) {
      event.preventDefault();
      this.input.focus();
      this.input.select();
    }
  }

  // `/` outside of fields, and Ctrl-K or Command-K anywhere.
  #isCalled({ key, ctrlKey, metaKey, altKey, target }) {
    if (altKey || document.querySelector("site-search") !== this) return false;
    if (ctrlKey || metaKey) return key.toLowerCase() === "k";
    return key === "/" && !target.closest("input, select, textarea, [contenteditable]");
  }

  #fetch() {
    const { root, script, index } = this.dataset;
    return Promise.all([luukku.script(root + script), luukku.script(root + index)]);
  }

  // What the search is made of, and its index; a box that cannot have them stays a form.
  load() {
    this.#ready ??= this.#fetch()
      .then(() => luukku.search.open(this.dataset.root))
      .then((finder) => {
        if (this.isConnected) this.#combobox ??= luukku.search.attach(this, finder);
      });
    return this.#ready;
  }
}

// Scripts and not data, since a page from a folder may not fetch. Each is asked for once.
luukku.script = (src) => {
  if (!fetched.has(src)) {
    const script = document.createElement("script");
    fetched.set(
      src,
      new Promise((resolve, reject) => {
        script.onload = resolve;
        script.onerror = () => reject(new Error(src));
      }),
    );
    script.src = src;
    document.head.append(script);
  }
  return fetched.get(src);
};

customElements.define("site-search", SiteSearch);
