// <duty-turns data-calendar="3" data-nobody data-next><div data-spans="1764489600-1764921600 …" data-there>… .badge:
// marks those who are on duty now and those whose turn is over, and says above them when nobody is on duty and who is
// next. What marks them has its room from the beginning.
const { luukku } = globalThis;

class DutyTurns extends HTMLElement {
  #nobody = document.createElement("p");
  #turns;
  #stop;

  connectedCallback() {
    this.#nobody.role = "status";
    this.#turns = [...this.querySelectorAll("[data-spans]")].map((row) => ({
      row,
      isThere: "there" in row.dataset,
      spans: row.dataset.spans.split(" ").map((span) => span.split("-").map(Number)),
    }));
    this.#stop = luukku.everyMinute((now) => this.#show(now));
  }

  disconnectedCallback() {
    this.#stop?.();
    this.#nobody.remove();
  }

  #show(now) {
    for (const { row, isThere, spans } of this.#turns) {
      row.toggleAttribute("data-now", isThere && isNow(spans, now));
      row.toggleAttribute("data-over", spans.every(([, until]) => until <= now));
    }
    const told = this.#told(now);
    if (!told) return this.#nobody.remove();
    if (!this.#nobody.isConnected) this.prepend(this.#nobody);
    if (this.#nobody.textContent !== told) this.#nobody.textContent = told;
  }

  // Nothing when somebody is on duty, and nothing behind the last turn that is told: of that nothing is known.
  #told(now) {
    const there = this.#turns.filter(({ isThere }) => isThere);
    const isKnown = this.#turns.some(({ spans }) => spans.some(([, until]) => now < until));
    if (!isKnown || there.some(({ spans }) => isNow(spans, now))) return "";
    const begins = ({ row, spans }) => spans.filter(([from]) => now < from).map(([from]) => ({ row, from }));
    const [next] = there.flatMap(begins).sort((one, other) => one.from - other.from);
    if (!next) return this.dataset.nobody;
    const when = luukku.when(next.from, now, luukku.spans(this.dataset.calendar));
    const who = next.row.querySelector("[data-who]").textContent.trim();
    return `${this.dataset.nobody} ${luukku.fill(this.dataset.next, { who, when })}`;
  }
}

const isNow = (spans, now) => spans.some(([from, until]) => from <= now && now < until);

customElements.define("duty-turns", DutyTurns);
