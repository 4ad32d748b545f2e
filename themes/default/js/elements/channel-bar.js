// <channel-bar>: on a phone, the best way to reach somebody once its own place has gone by at the top: a copy of
// the first emergency, else of the best channel.
class ChannelBar extends HTMLElement {
  #watch;

  connectedCallback() {
    const way = (rank) => document.querySelector(`.counter .channel[${rank}] > a`);
    const best = way("data-kind=emergency") ?? way("data-rank=best");
    if (!best) return;
    this.dataset.kind = best.parentElement.dataset.kind;
    this.#watch = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
      const gone = !isIntersecting && boundingClientRect.bottom <= 0;
      if (gone !== this.hasChildNodes()) this.replaceChildren(...(gone ? [best.cloneNode(true)] : []));
    });
    this.#watch.observe(best);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    this.replaceChildren();
  }
}

customElements.define("channel-bar", ChannelBar);
