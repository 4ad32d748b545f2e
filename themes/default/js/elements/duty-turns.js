// <duty-turns><div data-from="1764489600" data-until="1764921600">… .badge: marks those who are on duty now, and
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
    for (const turn of this.querySelectorAll("[data-until]")) {
      const { from, until } = turn.dataset;
      turn.toggleAttribute("data-now", from <= now && now < until);
      turn.toggleAttribute("data-over", until <= now);
    }
  }
}

customElements.define("duty-turns", DutyTurns);
