// <own-department><label><select> + [data-department]: makes the reader's own department stand out, and keeps which one
// it is on this device.
const KEY = "luukku-department";

class OwnDepartment extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", this);
    if (this.#select) this.#select.value = kept();
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
  }

  handleEvent({ target }) {
    keep(target.value);
    this.#show();
  }

  get #select() {
    return this.querySelector("select");
  }

  #show() {
    const own = this.#select?.value;
    for (const part of this.querySelectorAll("[data-department]")) {
      part.toggleAttribute("data-own", part.dataset.department === own);
    }
  }
}

// Storage may be blocked: the choice then holds for this visit of the page.
function kept() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

function keep(department) {
  try {
    localStorage.setItem(KEY, department);
  } catch {
    // Nothing is kept.
  }
}

customElements.define("own-department", OwnDepartment);
