// <channel-bar>: on a phone, the best way to reach somebody once its own place has gone by at the top: a copy of
// the first emergency, else of the best channel; while nobody answers there, of the first that is open or waits.
class ChannelBar extends HTMLElement {
  #watch;

  connectedCallback() {
    const ways = (rank) => [...document.querySelectorAll(`.counter .channel${rank} > a`)];
    const all = ["[data-kind=emergency]", "[data-rank=best]", "[data-rank=urgent]", "[data-rank=other]"].flatMap(ways);
    const [best] = all;
    if (!best || !best.matches(":is([data-kind=emergency], [data-rank=best]) > a")) return;
    const isClosed = (way) => way.querySelector("open-now")?.dataset.state === "closed";
    this.#watch = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
      const gone = !isIntersecting && boundingClientRect.bottom <= 0;
      if (gone === this.hasChildNodes()) return;
      const way = all.find((one) => !isClosed(one)) ?? best;
      this.dataset.kind = way.parentElement.dataset.kind;
      this.replaceChildren(...(gone ? [way.cloneNode(true)] : []));
    });
    this.#watch.observe(best);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    this.replaceChildren();
  }
}

customElements.define("channel-bar", ChannelBar);
