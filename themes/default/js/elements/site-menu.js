// <site-menu><details>: a menu that closes when the reader goes elsewhere or presses Escape.
class SiteMenu extends HTMLElement {
  connectedCallback() {
    this.addEventListener("focusout", this);
    this.addEventListener("keydown", this);
    document.addEventListener("pointerdown", this);
  }

  disconnectedCallback() {
    this.removeEventListener("focusout", this);
    this.removeEventListener("keydown", this);
    document.removeEventListener("pointerdown", this);
  }

  handleEvent({ type, key, target, relatedTarget }) {
    const menu = this.querySelector("details");
    if (!menu.open) return;
    if (type === "keydown") {
      if (key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
      return;
    }
    // Where the focus goes to nothing, such as another window, the reader has not left.
    const to = type === "focusout" ? relatedTarget : target;
    if (to && !this.contains(to)) menu.open = false;
  }
}

customElements.define("site-menu", SiteMenu);
