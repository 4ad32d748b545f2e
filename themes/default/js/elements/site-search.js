// <site-search data-root data-script data-index data-page><form><input>: the search box. What it needs is fetched
// when somebody turns to it, or has read for a while and the page is idle; without scripts the form leads to the
// alphabet.
const luukku = (globalThis.luukku ??= {});
const fetched = new Map();

// Whoever leaves a page sooner pays for no search.
const WHILE = 4000;

class SiteSearch extends HTMLElement {
  #ready;
  #combobox;
  #timer;

  connectedCallback() {
    this.querySelector("form").action = this.dataset.page;
    this.addEventListener("focusin", this);
    document.addEventListener("keydown", this);
    this.#timer = setTimeout(() => this.#prepare(), WHILE);
    if (this.contains(document.activeElement)) this.load();
  }

  disconnectedCallback() {
    this.removeEventListener("focusin", this);
    document.removeEventListener("keydown", this);
    clearTimeout(this.#timer);
    this.#combobox?.remove();
    this.#combobox = this.#ready = undefined;
  }

  get input() {
    return this.querySelector("input");
  }

  handleEvent(event) {
    if (event.type === "focusin") this.load();
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

  // Fetches what will be wanted, unless the reader pays for each byte.
  #prepare() {
    if (navigator.connection?.saveData) return;
    globalThis.requestIdleCallback?.(() => this.#fetch().catch(() => {}));
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
