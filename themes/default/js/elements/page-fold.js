// <page-fold><details>: what is folded opens where the page's address names something in it
// or the section whose long list it is, and for paper.
class PageFold extends HTMLElement {
  connectedCallback() {
    addEventListener("hashchange", this);
    addEventListener("beforeprint", this);
    this.handleEvent({ type: "hashchange" });
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
    removeEventListener("beforeprint", this);
  }

  handleEvent({ type }) {
    const named = type === "hashchange" && document.getElementById(location.hash.slice(1));
    if (type !== "beforeprint" && !(named && this.#holds(named))) return;
    this.querySelector("details").open = true;
    if (named) named.scrollIntoView();
  }

  // Who is led to a section wants its long list.
  #holds(named) {
    return this.contains(named) || (this.querySelector("[data-phone]") && named.parentElement.contains(this));
  }
}

customElements.define("page-fold", PageFold);
