// <next-dates><label><select> + ol[data-group] > li > time: shows the dates of the group that the reader has chosen,
// here or in the search, and has kept on this device; none that has passed.
const KEY = "luukku-audience";

class NextDates extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", this);
    this.#show(kept());
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
  }

  handleEvent({ target }) {
    keep(target.value);
    this.#show(target.value);
  }

  #show(group) {
    const lists = [...this.querySelectorAll("ol")];
    const shown = lists.find((list) => list.dataset.group === group) ?? lists[0];
    const select = this.querySelector("select");
    if (select) select.value = shown.dataset.group;
    for (const list of lists) list.hidden = list !== shown;
    const today = new Date(Date.now()).toLocaleDateString("sv");
    for (const { dateTime, parentElement } of shown.querySelectorAll("time")) {
      parentElement.hidden = dateTime.includes("T") ? Date.parse(dateTime) < Date.now() : dateTime < today;
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

function keep(group) {
  try {
    if (group) localStorage.setItem(KEY, group);
    else localStorage.removeItem(KEY);
  } catch {
    // Nothing is kept.
  }
}

customElements.define("next-dates", NextDates);
