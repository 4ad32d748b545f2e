// <journey-checklist>: ticks and a date that stay on this device, how much is done, when to start each step.
const DAY = 864e5;

class JourneyChecklist extends HTMLElement {
  connectedCallback() {
    const { ticked = [], date = "" } = this.kept();
    for (const box of this.boxes()) box.checked = ticked.includes(box.value);
    this.input = this.querySelector("[name=date]");
    this.input.value = date;
    this.addEventListener("change", this);
    this.addEventListener("click", this);
    this.show();
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
    this.removeEventListener("click", this);
  }

  handleEvent({ type, target }) {
    if (type === "click") {
      if (target.name === "print") print();
      if (target.name !== "clear") return;
      for (const box of this.boxes()) box.checked = false;
    }
    this.keep();
    this.show();
  }

  boxes() {
    return [...this.querySelectorAll("[type=checkbox]")];
  }

  get key() {
    return `luukku/journey/${this.dataset.journey}`;
  }

  // Storage may be blocked: the list then works and forgets.
  kept() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key)) ?? {};
      this.querySelector("[data-remembered]").hidden = false;
      return kept;
    } catch {
      return {};
    }
  }

  keep() {
    const ticked = this.boxes().filter((box) => box.checked).map((box) => box.value);
    try {
      localStorage.setItem(this.key, JSON.stringify({ ticked, date: this.input.value }));
    } catch {
      this.querySelector("[data-remembered]").hidden = true;
    }
  }

  show() {
    const words = this.dataset;
    const boxes = this.boxes();
    const done = boxes.filter((box) => box.checked).length;
    const outside = this.input.validity.rangeUnderflow || this.input.validity.rangeOverflow;
    const progress = words.progress.replace("{done}", done).replace("{total}", boxes.length);
    this.querySelector("[role=status]").textContent = outside ? words.range : progress;

    const first = Date.parse(words.first);
    const place = outside ? NaN : (this.input.valueAsNumber - first) / DAY;
    const dates = new Intl.DateTimeFormat(words.dates, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    for (const step of this.querySelectorAll("[data-begins]")) {
      const moves = step.dataset.begins.split(",").slice(0, place + 1);
      const begin = first + DAY * moves.reduce((sum, days) => sum + Number(days), 0);
      const latest = "latest" in step.dataset;
      const late = latest && begin < today && !step.querySelector("input").checked;
      const text = late ? words.startLate : latest ? words.startBy : words.startFrom;
      const start = step.querySelector("b");
      start.textContent = Number.isNaN(place) ? "" : text.replace("{date}", dates.format(begin));
      start.toggleAttribute("data-late", late);
    }
  }
}

customElements.define("journey-checklist", JourneyChecklist);
