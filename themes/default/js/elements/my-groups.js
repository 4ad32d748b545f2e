// <my-groups data-shown="Shown: {groups}"><details> fieldset > label > input[value] + [role=status]: shows, of the
// page's sections whose headings have these ids, those of everyone and of the groups that the reader has chosen and has
// kept on this device; all where none is chosen. Who has said on the first page who they are has chosen that.
const { luukku } = globalThis;
const KEY = "luukku-groups";
const AUDIENCE = "luukku-audience";

class MyGroups extends HTMLElement {
  connectedCallback() {
    const chosen = kept();
    for (const box of this.#boxes) box.checked = chosen.includes(box.value);
    this.addEventListener("change", this);
    document.addEventListener("input", this);
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
    document.removeEventListener("input", this);
  }

  // A filter looks through all groups; when it is empty again, the chosen ones are left.
  handleEvent({ type, target }) {
    if (type === "input" && (target.type !== "search" || target.value.trim())) return;
    if (type === "change") keep(this.#chosen.map((box) => box.value));
    this.#show();
  }

  get #boxes() {
    return [...this.querySelectorAll("[type=checkbox]")];
  }

  get #chosen() {
    return this.#boxes.filter((box) => box.checked);
  }

  #show() {
    const chosen = this.#chosen;
    for (const { checked, value } of this.#boxes) {
      const hidden = chosen.length > 0 && !checked && value !== "everyone";
      document.getElementById(value).closest("section").hidden = hidden;
      document.querySelector(`.jump-list a[href="#${value}"]`).parentElement.hidden = hidden;
    }
    const groups = chosen.map((box) => box.parentElement.textContent.trim()).join(", ");
    this.querySelector("[role=status]").textContent = groups && luukku.fill(this.dataset.shown, { groups });
  }
}

// Storage may be blocked: the choice then holds for this visit of the page.
function kept() {
  try {
    const audience = localStorage.getItem(AUDIENCE);
    return localStorage.getItem(KEY)?.split(" ") ?? (audience ? [`for-${audience}`] : []);
  } catch {
    return [];
  }
}

function keep(groups) {
  try {
    localStorage.setItem(KEY, groups.join(" "));
    const audience = groups.find((group) => group.startsWith("for-"))?.slice(4);
    if (audience && !localStorage.getItem(AUDIENCE)) localStorage.setItem(AUDIENCE, audience);
  } catch {
    // Nothing is kept.
  }
}

customElements.define("my-groups", MyGroups);
