// <answer-by data-answer="4h" data-done="2d" [data-calendar="3"] [data-always] [data-sentence]>: by when
// the answer comes if one asks now. As a list, or with data-sentence as one sentence. Empty where the
// calendar does not reach so far.
const { luukku } = globalThis;

customElements.define(
  "answer-by",
  class AnswerBy extends HTMLElement {
    #shown = "";
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
      const { answer, done } = this.dataset;
      const due = (text) => {
        if (!text) return null;
        const time = luukku.duration(text);
        return "always" in this.dataset ? luukku.addAlways(now, time) : spans.add(now, time);
      };
      const parts = [
        ["answer", due(answer)],
        ["done", due(done)],
      ].filter(([, at]) => at !== null);
      // Only what reads differently is written again.
      const shown = parts.map(([, at]) => luukku.when(at, now) + luukku.serviceTime(at, spans)).join();
      this.hidden = !parts.length;
      if (shown === this.#shown) return;
      this.#shown = shown;
      const moments = parts.map(([part, at]) => [part, luukku.timeElement(at, now, spans), luukku.serviceTime(at, spans)]);
      if (!moments.length) this.replaceChildren();
      else if ("sentence" in this.dataset) this.replaceChildren(...sentence(moments));
      else this.replaceChildren(list(moments));
    }
  },
);

function sentence(moments) {
  const { words } = luukku;
  const templates = { answer: words.nowAnswer, done: words.nowDone, "answer,done": words.nowAnswerDone };
  const values = {};
  for (const [part, time, service] of moments) {
    values[part] = element("span", element("b", time));
    if (service) values[part].append(element("small", ` (${service})`));
  }
  return luukku.fillNodes(templates[Object.keys(values)], values);
}

function list(moments) {
  const labels = { answer: luukku.words.answerBy, done: luukku.words.doneBy };
  const items = moments.map(([part, time, service]) => {
    const item = element("div", element("dt", labels[part]), element("dd", time));
    if (service) item.lastChild.append(element("small", service));
    return item;
  });
  return element("dl", ...items);
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
