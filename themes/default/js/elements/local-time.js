// <local-time data-zone="Europe/Warsaw"><small>Warsaw</small>: what the clock of a city shows, before its name.
const { luukku } = globalThis;

class LocalTime extends HTMLElement {
  #time = document.createElement("time");
  #stop;

  connectedCallback() {
    const format = new Intl.DateTimeFormat(luukku.words.locale, { timeStyle: "short", timeZone: this.dataset.zone });
    this.prepend(this.#time, " ");
    this.#stop = luukku.everyMinute((now) => (this.#time.textContent = format.format(now * 1000)));
  }

  disconnectedCallback() {
    this.#stop?.();
  }
}

customElements.define("local-time", LocalTime);
