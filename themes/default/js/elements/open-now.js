// <open-now data-calendar="3" [data-announce]>: says before what it holds whether it is open now, until when, and
// which pauses come; its state is in data-state (open, closing, closed, unknown). With data-announce it tells a change
// to screen readers, politely. Within [data-person] somebody is at work; words that differ then are in attributes of
// the same names there. What the calendar does not know it does not say: then only what the page already holds is
// there.
const { luukku } = globalThis;
const CLOSING = 30 * 60;

class OpenNow extends HTMLElement {
  #line = document.createElement("b");
  #stop;

  connectedCallback() {
    if ("announce" in this.dataset) this.#line.role = "status";
    this.#stop = luukku.everyMinute((now) => this.#show(luukku.spans(this.dataset.calendar), now));
  }

  disconnectedCallback() {
    this.#stop?.();
  }

  #show(spans, now) {
    if (!spans) return;
    const state = spans.state(now);
    if (!state || (!state.open && state.change === null)) {
      this.#line.remove();
      this.dataset.state = "unknown";
      return;
    }
    const { open, change } = state;
    this.dataset.state = open ? (change !== null && change - now <= CLOSING ? "closing" : "open") : "closed";
    if (!this.#line.isConnected) this.prepend(this.#line);
    // Touched only when it changes, so that it is spoken once.
    const words = wordsOf(this.closest("[data-person]"));
    // What stands above already is said once more in short.
    const here = "quiet" in this.dataset ? () => "" : luukku.here;
    const told = open ? untilWhen(change, now, spans, { words, here }) : opensWhen(change, now, spans, { words, here });
    if (this.#line.textContent !== told) this.#line.textContent = told;
  }
}

// The words for each list of people, read once.
const ofPeople = new Map();

function wordsOf(people) {
  if (!people) return luukku.words;
  if (!ofPeople.has(people)) ofPeople.set(people, { ...luukku.words, ...people.dataset });
  return ofPeople.get(people);
}

// A pause is not the end of the day.
function untilWhen(change, now, spans, { words, here }) {
  if (change === null) return words.open;
  const pauses = spans.pauses(now);
  const closes = pauses.length ? spans.state(pauses.at(-1).end).change : change;
  if (closes === null) return words.open;
  // Midnight is the end of the day before.
  const today = luukku.daysAhead(closes - 1, now, spans) === 0;
  const when = { time: luukku.time(closes, spans), when: luukku.when(closes, now, spans) };
  const open = luukku.fill(today ? words.openUntil : words.openCloses, when) + here(closes, spans, words);
  if (!pauses.length) return open;
  const time = (at) => luukku.time(at, spans);
  const told = pauses.map(({ start, end }) => luukku.fill(words.span, { from: time(start), to: time(end) }));
  return luukku.fill(words.openPauses, { open, pauses: told.join(", ") });
}

function opensWhen(change, now, spans, { words, here }) {
  const pause = spans.pauses(now).some(({ start, end }) => start <= now && end === change);
  const ahead = [words.opensToday, words.opensTomorrow][luukku.daysAhead(change, now, spans)] ?? words.opensOn;
  const when = { day: luukku.date(change, spans), time: luukku.time(change, spans) };
  return luukku.fill(pause ? words.pausedUntil : ahead, when) + here(change, spans, words);
}

customElements.define("open-now", OpenNow);
