// <duty-turns><div data-spans="1764489600-1764921600 …">… .badge: marks those who are on duty now, and
// those whose turn is over. What marks them has its room from the beginning.
const { luukku } = globalThis;

class DutyTurns extends HTMLElement {
  #stop;

  connectedCallback() {
    this.#stop = luukku.everyMinute((now) => this.#mark(now));
  }

  disconnectedCallback() {
    this.#stop?.();
  }

  #mark(now) {
    for (const turn of this.querySelectorAll("[data-spans]")) {
      const spans = turn.dataset.spans.split(" ").map((span) => span.split("-").map(Number));
      turn.toggleAttribute("data-now", spans.some(([from, until]) => from <= now && now < until));
      turn.toggleAttribute("data-over", spans.every(([, until]) => until <= now));
    }
  }
}

customElements.define("duty-turns", DutyTurns);
