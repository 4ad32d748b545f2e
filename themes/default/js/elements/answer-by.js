// <answer-by data-answer="4h" data-done="2d" [data-calendar="3"] [data-always]>: by when the answer comes if one
// asks now. Nothing is shown where the calendar does not reach so far; a <b> in it, which says for what, stays first.
const { luukku } = globalThis;

class AnswerBy extends HTMLElement {
  #shown = "";
  #name = this.querySelector(":scope > b");
  #stop;

  connectedCallback() {
    const spans = luukku.spans(this.dataset.calendar);
    this.hidden = !spans && !("always" in this.dataset);
    if (!this.hidden) this.#stop = luukku.everyMinute((now) => this.#show(spans, now));
  }

  disconnectedCallback() {
    this.#stop?.();
  }

  #show(spans, now) {
    const moments = [];
    for (const part of ["answer", "done"]) {
      const at = this.#due(this.dataset[part], spans, now);
      if (at !== null) moments.push({ part, at, here: luukku.here(at, spans) });
    }
    this.hidden = !moments.length;
    // Only what reads differently is written again.
    const shown = moments.map(({ at, here }) => luukku.when(at, now, spans) + here).join();
    if (shown === this.#shown) return;
    this.#shown = shown;
    for (const moment of moments) moment.time = luukku.timeElement(moment.at, now, spans);
    const name = this.#name ? [this.#name] : [];
    this.replaceChildren(...name, ...(moments.length ? [list(moments)] : []));
  }

  #due(time, spans, now) {
    if (!time) return null;
    const turnaround = luukku.turnaround(time);
    return "always" in this.dataset ? luukku.addAlways(now, turnaround) : spans.add(now, turnaround);
  }
}

function list(moments) {
  const labels = { answer: luukku.words.answerBy, done: luukku.words.doneBy };
  const items = moments.map(({ part, time, here }) => {
    const item = element("div", element("dt", labels[part]), " ", element("dd", time));
    if (here) item.lastChild.append(element("small", here));
    return item;
  });
  return element("dl", ...items);
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

customElements.define("answer-by", AnswerBy);
