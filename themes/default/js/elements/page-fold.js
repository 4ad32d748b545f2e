// <page-fold><details>: what is folded opens where the page's address names something in it, and for paper.
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
    if (type !== "beforeprint" && !(named && this.contains(named))) return;
    this.querySelector("details").open = true;
    if (named) named.scrollIntoView();
  }
}

customElements.define("page-fold", PageFold);
