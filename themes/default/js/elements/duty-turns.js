// <duty-turns data-calendar="3" data-somebody data-nobody data-next><p><div data-spans="1764489600-1764921600 …"
// data-who="Anna Ek">… .badge: marks those who are on duty now and those whose turn is over, and says above them who
// is on duty, or that nobody is and who is next. What marks and tells them has its room from the beginning.
const { luukku } = globalThis;

class DutyTurns extends HTMLElement {
  #line;
  #turns;
  #stop;

  connectedCallback() {
    this.#line = this.querySelector("p");
    this.#turns = [...this.querySelectorAll("[data-spans]")].map((row) => ({
      row,
      isThere: "who" in row.dataset,
      spans: row.dataset.spans.split(" ").map((span) => span.split("-").map(Number)),
    }));
    this.#stop = luukku.everyMinute((now) => this.#show(now));
  }

  disconnectedCallback() {
    this.#stop?.();
  }

  #show(now) {
    for (const { row, isThere, spans } of this.#turns) {
      row.toggleAttribute("data-now", isThere && isNow(spans, now));
      row.toggleAttribute("data-over", spans.every(([, until]) => until <= now));
    }
    const told = this.#told(now);
    if (this.#line.textContent !== told) this.#line.textContent = told;
  }

  // Nothing behind the last turn that is told: of that nothing is known.
  #told(now) {
    const there = this.#turns.filter(({ isThere }) => isThere);
    const isKnown = this.#turns.some(({ spans }) => spans.some(([, until]) => now < until));
    const onDuty = there.filter(({ spans }) => isNow(spans, now)).map(({ row }) => name(row));
    if (onDuty.length) return luukku.fill(this.dataset.somebody, { who: [...new Set(onDuty)].join(", ") });
    if (!isKnown) return "";
    const begins = ({ row, spans }) => spans.filter(([from]) => now < from).map(([from]) => ({ row, from }));
    const [next] = there.flatMap(begins).sort((one, other) => one.from - other.from);
    if (!next) return this.dataset.nobody;
    const when = luukku.when(next.from, now, luukku.spans(this.dataset.calendar));
    const who = name(next.row);
    return `${this.dataset.nobody} ${luukku.fill(this.dataset.next, { who, when })}`;
  }
}

const name = (row) => row.dataset.who;
const isNow = (spans, now) => spans.some(([from, until]) => from <= now && now < until);

customElements.define("duty-turns", DutyTurns);
