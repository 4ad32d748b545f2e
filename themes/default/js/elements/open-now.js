// <open-now data-calendar="3" [data-announce]>: says before what it holds whether it is open now, and
// until when; its state is in data-state (open, closing, closed, unknown). With data-announce it tells a change to
// screen readers, politely. Within [data-person] somebody is at work, by their own clock; words that differ then are
// in attributes of the same names there. What the calendar does not know it does not say: then only what the page
// already holds is there.
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
    const person = this.closest("[data-person]");
    const words = { ...luukku.words, ...person?.dataset };
    const time = change === null ? "" : person ? luukku.timeThere(change, spans) : luukku.time(change);
    const told = open ? untilWhen(change, now, words, time) : opensWhen(change, now, words, time);
    const away = person && time && time !== luukku.time(change);
    const here = away ? ` (${luukku.fill(words.hereTime, { time: luukku.time(change) })})` : "";
    if (this.#line.textContent !== told + here) this.#line.textContent = told + here;
    this.#other.textContent = change === null || person ? "" : luukku.serviceTime(change, spans);
    if (this.#other.textContent) this.#line.after(this.#other);
    else this.#other.remove();
  }
}

function untilWhen(change, now, words, time) {
  if (change === null) return words.open;
  // Midnight is the end of the day before.
  if (luukku.daysAhead(change - 1, now) === 0) return luukku.fill(words.openUntil, { time });
  return luukku.fill(words.openCloses, { when: luukku.when(change, now) });
}

function opensWhen(change, now, words, time) {
  const template = [words.opensToday, words.opensTomorrow][luukku.daysAhead(change, now)] ?? words.opensOn;
  return luukku.fill(template, { day: luukku.date(change), time });
}

customElements.define("open-now", OpenNow);
