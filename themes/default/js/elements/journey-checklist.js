// <journey-checklist data-journey="ID" data-first="2026-11-23" data-dates="en-GB">: ticks and a date that
// stay on this device, how much is done, what to do when. A step says in data-dates, date by date from
// data-first on, what it tells (a letter, see WORDS, where that changes) and how many days later than for the
// date before. The words are in data-progress, data-range and what WORDS names.
const { luukku } = globalThis;
const DAY = 864e5;
const WORDS = { s: "startBy", a: "askBy", r: "readyBy", f: "startFrom" };
const LATE = { s: "startLate", a: "askLate" };

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
    for (const step of this.querySelectorAll("[data-dates]")) {
      let at = Number.isNaN(place) ? NaN : begin;
      let sign;
      for (const entry of step.dataset.dates.split(",").slice(0, place + 1)) {
        const [, letter, days] = /^([a-z]?)(.*)/.exec(entry);
        sign = letter || sign;
        at += DAY * Number(days);
      }
      this.#tell(step, sign, at, format);
    }
  }

  // Writes beside a step what its date says, or nothing. Late is only what could have been done.
  #tell(step, sign, at, format) {
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    const late = at < today && sign in LATE && !step.querySelector("input").checked;
    const text = this.dataset[(late ? LATE : WORDS)[sign]];
    const told = step.querySelector("b");
    told.textContent = Number.isNaN(at) ? "" : luukku.fill(text, { date: format.format(at) });
    told.toggleAttribute("data-late", late);
  }
}

customElements.define("journey-checklist", JourneyChecklist);
