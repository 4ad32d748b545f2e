// <search-results>: the results of the page's `?q=`, with filters. The box on the same page knows where the index is.
class SearchResults extends HTMLElement {
  async connectedCallback() {
    await customElements.whenDefined("site-search");
    const box = document.querySelector("site-search");
    const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    box.input.value = query;
    // Who has asked nothing yet waits for nothing.
    if (!query) return;
    await box.load();
    globalThis.luukku.search.showResults(this, await globalThis.luukku.search.open(box.dataset.root), query);
  }
}

customElements.define("search-results", SearchResults);
