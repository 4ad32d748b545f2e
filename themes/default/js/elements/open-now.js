// <open-now data-calendar="3" [data-announce]>: says before what it holds whether it is open now, and
// until when; its state is in data-state (open, closing, closed, unknown). With data-announce it tells a
// change to screen readers, politely. What the calendar does not know it does not say: then only what the
// page already holds is there.
const { luukku } = globalThis;
const CLOSING = 30 * 60;

class OpenNow extends HTMLElement {
  #line = document.createElement("b");
  #other = document.createElement("small");
  #stop;

  connectedCallback() {
    const spans = luukku.spans(this.dataset.calendar);
    if (!spans) return;
    this.#other.dataset.screenOnly = "";
    if ("announce" in this.dataset) this.#line.role = "status";
    this.#stop = luukku.everyMinute((now) => this.#show(spans, now));
  }

  disconnectedCallback() {
    this.#stop?.();
  }

  #show(spans, now) {
    const state = spans.state(now);
    if (!state || (!state.open && state.change === null)) {
      this.#line.remove();
      this.#other.remove();
      this.dataset.state = "unknown";
      return;
    }
    const { open, change } = state;
    this.dataset.state = open ? (change !== null && change - now <= CLOSING ? "closing" : "open") : "closed";
    if (!this.#line.isConnected) this.prepend(this.#line);
    // Touched only when it changes, so that it is spoken once.
    const told = open ? untilWhen(change, now) : opensWhen(change, now);
    if (this.#line.textContent !== told) this.#line.textContent = told;
    this.#other.textContent = change === null ? "" : luukku.serviceTime(change, spans);
    if (this.#other.textContent) this.#line.after(this.#other);
    else this.#other.remove();
  }
}

function untilWhen(change, now) {
  const { words } = luukku;
  if (change === null) return words.open;
  // Midnight is the end of the day before.
  if (luukku.daysAhead(change - 1, now) === 0) return luukku.fill(words.openUntil, { time: luukku.time(change) });
  return luukku.fill(words.openCloses, { when: luukku.when(change, now) });
}

function opensWhen(change, now) {
  const { words } = luukku;
  const template = [words.opensToday, words.opensTomorrow][luukku.daysAhead(change, now)] ?? words.opensOn;
  return luukku.fill(template, { day: luukku.date(change), time: luukku.time(change) });
}

customElements.define("open-now", OpenNow);
