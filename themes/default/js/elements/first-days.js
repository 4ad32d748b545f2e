// <first-days data-audience="ID" data-progress="{done} of {total}"><select name="way"> + button[name=way] +
// [data-ways="A B"] > ol[data-journey]: shows what is on the way into the company that the reader has chosen
// (data-way), before that only what is on all ways, and keeps ticks; both stay on this device, ticks where the
// journey's own page has them.
const { luukku } = globalThis;
const EVERY = "*";

class FirstDays extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", this);
    this.addEventListener("click", this);
    for (const list of this.#lists) {
      const { ticked = [] } = luukku.kept(list.dataset.journey, this.#told);
      for (const box of boxes(list)) box.checked = ticked.includes(box.value);
    }
    if (this.#select) this.#select.value = luukku.kept(this.#key, this.#told).way ?? "";
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
    this.removeEventListener("click", this);
  }

  handleEvent({ type, target }) {
    if (type === "click") {
      if (target.name === "print") print();
      const choice = target.closest("button[name=way]");
      if (!choice) return;
      this.#select.value = choice.value;
      luukku.keep(this.#key, this.#told, { way: choice.value });
      this.#show();
      this.#select.focus();
      return;
    }
    if (target === this.#select) luukku.keep(this.#key, this.#told, { way: target.value });
    else this.#keep(target.closest("ol").dataset.journey);
    this.#show();
  }

  get #key() {
    return `new-here/${this.dataset.audience}`;
  }

  get #told() {
    return this.querySelector("[data-remembered]");
  }

  get #select() {
    return this.querySelector("select[name=way]");
  }

  get #lists() {
    return [...this.querySelectorAll("ol[data-journey]")];
  }

  // A journey has several lists here, and further steps on its own page.
  #keep(journey) {
    const here = this.#lists.filter((list) => list.dataset.journey === journey).flatMap(boxes);
    const kept = luukku.kept(journey, this.#told);
    const elsewhere = (kept.ticked ?? []).filter((key) => here.every((box) => box.value !== key));
    const ticked = [...elsewhere, ...here.filter((box) => box.checked).map((box) => box.value)];
    luukku.keep(journey, this.#told, { ...kept, ticked });
  }

  #show() {
    const way = this.#select?.value ?? EVERY;
    this.dataset.way = way;
    const all = [...this.querySelectorAll(".way-list [name=way]")].map(({ value }) => value);
    const needed = way === EVERY ? [] : way ? [way] : all;
    for (const part of this.querySelectorAll("[data-ways]")) {
      const ways = part.dataset.ways.split(" ");
      part.hidden = !needed.every((one) => ways.includes(one));
    }
    for (const section of this.querySelectorAll("section:has([data-ways])")) {
      section.hidden = !section.querySelector("[data-ways]:not([hidden])");
    }
    const shown = this.#lists.filter((list) => !list.closest("[hidden]")).flatMap(boxes);
    const done = shown.filter((box) => box.checked).length;
    const progress = luukku.fill(this.dataset.progress, { done, total: shown.length });
    this.querySelector("[role=status]").textContent = shown.length ? progress : "";
  }
}

function boxes(list) {
  return [...list.querySelectorAll("[type=checkbox]")];
}

customElements.define("first-days", FirstDays);
