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
    const { ticked = [], date = "" } = luukku.kept(this.dataset.journey, this.#told);
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

  get #told() {
    return this.querySelector("[data-remembered]");
  }

  #keep() {
    const ticked = this.#boxes.filter((box) => box.checked).map((box) => box.value);
    luukku.keep(this.dataset.journey, this.#told, { ticked, date: this.#date.value });
  }

  #show() {
    const { progress, range, first, dates } = this.dataset;
    const { rangeUnderflow, rangeOverflow } = this.#date.validity;
    const outside = rangeUnderflow || rangeOverflow;
    const total = this.#boxes.length;
    const done = this.#boxes.filter((box) => box.checked).length;
    this.querySelector("[role=status]").textContent = outside ? range : luukku.fill(progress, { done, total });

    this.#line(outside ? NaN : this.#date.valueAsNumber);

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

  // Marks on the line which stops are done and, given day 1, where today is: between the stops by the days between.
  #line(dayOne) {
    const ticked = new Set(this.#boxes.filter((box) => box.checked).map((box) => box.value));
    const stops = [...this.querySelectorAll(".journey-line__stop")];
    const marker = this.querySelector(".journey-line__today");
    if (!marker) return;
    for (const stop of stops) {
      stop.toggleAttribute("data-done", stop.dataset.steps.split(" ").every((step) => ticked.has(step)));
    }
    const day = (today() - dayOne) / DAY;
    const places = stops.map((stop) => ({ day: Number(stop.dataset.day), x: parseFloat(stop.getAttribute("x")) }));
    const next = places.findIndex((place) => place.day > day);
    const [from, to] = [places.at(next > 0 ? next - 1 : -1), places[next]];
    let x = next === 0 ? to.x / 2 : (from.x + 100) / 2;
    if (next > 0) x = from.x + ((to.x - from.x) * (day - from.day)) / (to.day - from.day);
    marker.setAttribute("visibility", Number.isNaN(day) ? "hidden" : "visible");
    if (!Number.isNaN(day)) marker.setAttribute("x", `${x}%`);
  }

  // Writes beside a step what its date says, or nothing. Late is only what could have been done.
  #tell(step, sign, at, format) {
    const late = at < today() && sign in LATE && !step.querySelector("input").checked;
    const text = this.dataset[(late ? LATE : WORDS)[sign]];
    const told = step.querySelector("b");
    told.textContent = Number.isNaN(at) ? "" : luukku.fill(text, { date: format.format(at) });
    told.toggleAttribute("data-late", late);
  }
}

// The reader's date, as midnight in UTC.
function today() {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
}

customElements.define("journey-checklist", JourneyChecklist);
