// The index of the page's language with all that is shown of its entries.
const { luukku } = globalThis;
const search = (luukku.search ??= {});

// A breath for the page between two steps of work.
const pause = () => new Promise((resolve) => setTimeout(resolve));

let opened;

// Opens the index that has been fetched; once for all boxes of a page.
search.open = (root) => (opened ??= open(root));

const open = async (root) => {
  const manifest = luukku.searchIndex;
  const written = JSON.parse(manifest.first + (await joined(root, manifest.parts, 0)));
  const finder = new Finder(root, manifest, await search.Index.read(written, pause));
  // Most queries do without everyday words and other languages; each waits for the one before.
  let before = Promise.resolve();
  finder.later = manifest.later.map(([add, files], place) => {
    const text = joined(root, files, place + 1);
    return (before = before.then(async () => finder.index[add](JSON.parse(await text), pause)));
  });
  return finder;
};

// The text that stands in pieces in some files.
const joined = async (root, files, part) => {
  await Promise.all(files.map((file) => luukku.script(root + file)));
  return files.map((_, piece) => luukku.searchParts[`${part}.${piece}`]).join("");
};

const isNow = (opening) =>
  Boolean(opening && luukku.spans(opening[0])?.state(Math.floor(Date.now() / 1000))?.open);

class Finder {
  #root;
  #before = Promise.resolve();

  constructor(root, manifest, index) {
    this.#root = root;
    this.text = manifest.text;
    this.manifest = manifest;
    this.index = index;
    for (const [name, word] of Object.entries(manifest.clock)) luukku.words[name] ??= word;
  }

  // The reader's audience, by its place in the company's list; kept on this device alone.
  get audience() {
    try {
      return this.manifest.audiences.findIndex(({ id }) => id === localStorage.getItem("luukku-audience"));
    } catch {
      return -1;
    }
  }

  set audience(place) {
    try {
      if (place < 0) localStorage.removeItem("luukku-audience");
      else localStorage.setItem("luukku-audience", this.manifest.audiences[place].id);
    } catch {
      // Where nothing may be kept, nothing is.
    }
  }

  // What fits a query, one query after another; nothing if it is not wanted any more when its turn comes.
  find(query, isWanted = () => true) {
    const rank = () => isWanted() && search.paced(search.ranking(this.index, query, this.audience), pause);
    const found = this.#before.then(rank);
    this.#before = found.catch(() => {});
    return found;
  }

  href(page) {
    return this.#root + page;
  }

  // What is shown of entries: cards stand on shelves, of which only those that are needed are fetched.
  async cards(entries) {
    const { shelf, shelves } = this.manifest;
    const needed = [...new Set(entries.map((entry) => Math.floor(entry / shelf)))];
    await Promise.all(needed.map((number) => luukku.script(this.#root + shelves[number])));
    const cards = entries.map((entry) => {
      const [name, page, within, channel, calendar, promise, department, languages, line] =
        luukku.searchCards[Math.floor(entry / shelf)][entry % shelf];
      return { entry, name, page, within, channel, calendar, promise, department, languages, line };
    });
    const paths = cards.flatMap(({ calendar, line }) => [calendar, line].flatMap((opening) => opening?.[1] ?? []));
    await Promise.all(paths.map((path) => luukku.script(this.#root + path)));
    return cards;
  }

  isDeskOpen({ calendar }) {
    return isNow(calendar);
  }

  isLineOpen({ line }) {
    return line === true || isNow(line);
  }

  // Where to tell what was not found: the words and the page, nothing else.
  report(query) {
    const { report } = this.manifest;
    if (!report) return null;
    const [words, page] = [query, location.href].map(encodeURIComponent);
    const filled = report.replaceAll("{service}", words);
    if (!filled.startsWith("mailto:")) return `${filled}${filled.includes("?") ? "&" : "?"}page=${page}`;
    return `${filled.split("?")[0]}?subject=${words}&body=${page}`;
  }
}
