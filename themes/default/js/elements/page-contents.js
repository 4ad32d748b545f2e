// <page-contents data-label="On this page">: the sections of the page, in the margin of a wide screen; the one that is
// read is marked.
class PageContents extends HTMLElement {
  #watch;

  connectedCallback() {
    const headings = [...document.querySelectorAll(".handbook__sections h2[id]")];
    // One section needs no list of them.
    if (headings.length < 2) return;
    const nav = document.createElement("nav");
    const list = document.createElement("ul");
    const label = document.createElement("p");
    label.textContent = nav.ariaLabel = this.dataset.label;
    const links = headings.map((heading) => {
      const item = list.appendChild(document.createElement("li"));
      const link = item.appendChild(document.createElement("a"));
      link.href = `#${heading.id}`;
      link.textContent = heading.textContent;
      return link;
    });
    nav.append(label, list);
    this.replaceChildren(nav);
    // What is read stands in the upper third of the screen.
    this.#watch = new IntersectionObserver(
      (seen) => {
        const heading = seen.find(({ isIntersecting }) => isIntersecting)?.target;
        if (!heading) return;
        for (const link of links) link.removeAttribute("aria-current");
        links[headings.indexOf(heading)].setAttribute("aria-current", "true");
      },
      { rootMargin: "0px 0px -66% 0px" },
    );
    for (const heading of headings) this.#watch.observe(heading);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    this.replaceChildren();
  }
}

customElements.define("page-contents", PageContents);
