// <journey-checklist data-journey="ID" data-first="2026-11-23" data-dates="en-GB">: ticks and a date that
// stay on this device, how much is done, when to start each step. A step says in data-begins how many days
// later than for the date before it begins, date by date from data-first on; data-latest when that is the
// last day to start. The words are in data-progress, data-range, data-start-by, -from and -late.
const { luukku } = globalThis;
const DAY = 864e5;

class JourneyChecklist extends HTMLElement {
  connectedCallback() {
    const { ticked = [], date = "" } = this.#kept();
    for (const box of this.#boxes) box.checked = ticked.includes(box.value);
    this.#date.value = date;
    this.addEventListener("change", this);
    this.addEventListener("click", this);
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
    this.removeEventListener("click", this);
  }

  handleEvent({ type, target }) {
    if (type === "click") {
      if (target.name === "print") print();
      if (target.name !== "clear") return;
      for (const box of this.#boxes) box.checked = false;
    }
    this.#keep();
    this.#show();
  }

  get #boxes() {
    return [...this.querySelectorAll("[type=checkbox]")];
  }

  get #date() {
    return this.querySelector("[name=date]");
  }

  get #key() {
    return `luukku/journey/${this.dataset.journey}`;
  }

  // Storage may be blocked: the list then works and forgets.
  #kept() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key)) ?? {};
      this.#remembers(true);
      return kept;
    } catch {
      return {};
    }
  }

  #keep() {
    const ticked = this.#boxes.filter((box) => box.checked).map((box) => box.value);
    try {
      localStorage.setItem(this.#key, JSON.stringify({ ticked, date: this.#date.value }));
    } catch {
      this.#remembers(false);
    }
  }

  #remembers(so) {
    this.querySelector("[data-remembered]").hidden = !so;
  }

  #show() {
    const { progress, range, first, dates } = this.dataset;
    const { rangeUnderflow, rangeOverflow } = this.#date.validity;
    const outside = rangeUnderflow || rangeOverflow;
    const total = this.#boxes.length;
    const done = this.#boxes.filter((box) => box.checked).length;
    this.querySelector("[role=status]").textContent = outside ? range : luukku.fill(progress, { done, total });

    const begin = Date.parse(first);
    const place = outside ? NaN : (this.#date.valueAsNumber - begin) / DAY;
    const day = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" };
    const format = new Intl.DateTimeFormat(dates, day);
    for (const step of this.querySelectorAll("[data-begins]")) {
      const moves = step.dataset.begins.split(",").slice(0, place + 1);
      this.#tell(step, Number.isNaN(place) ? NaN : moves.reduce((at, days) => at + DAY * Number(days), begin), format);
    }
  }

  // Writes beside a step when it begins, or nothing.
  #tell(step, at, format) {
    const { startLate, startBy, startFrom } = this.dataset;
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    const latest = "latest" in step.dataset;
    const late = latest && at < today && !step.querySelector("input").checked;
    const text = late ? startLate : latest ? startBy : startFrom;
    const start = step.querySelector("b");
    start.textContent = Number.isNaN(at) ? "" : luukku.fill(text, { date: format.format(at) });
    start.toggleAttribute("data-late", late);
  }
}

customElements.define("journey-checklist", JourneyChecklist);
