// The index as the build writes it, made ready for queries.
const search = ((globalThis.luukku ??= {}).search ??= {});

const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;=>?@[]^_\x60{|}~";
const ONE_SIGN = 60;
const VALUES = new Uint8Array(128);
for (let at = 0; at < SIGNS.length; at++) VALUES[SIGNS.charCodeAt(at)] = at;

// Numbers from a text: below 60 one sign, above a sign for each further digit.
class Numbers {
  #text;
  #at = 0;

  constructor(text) {
    this.#text = text;
  }

  get more() {
    return this.#at < this.#text.length;
  }

  next() {
    const value = VALUES[this.#text.charCodeAt(this.#at++)];
    return value < ONE_SIGN ? value : value + (SIGNS.length - ONE_SIGN) * this.next();
  }
}

// Words that each begin with so many letters of the one before.
const unfold = (text) => {
  if (!text) return [];
  let before = "";
  return text.split(" ").map((piece) => (before = before.slice(0, VALUES[piece.charCodeAt(0)]) + piece.slice(1)));
};

// The first place in a sorted list whose text is not before this one.
search.lowerBound = (list, text) => {
  let from = 0;
  let until = list.length;
  while (from < until) {
    const middle = (from + until) >> 1;
    if (list[middle] < text) from = middle + 1;
    else until = middle;
  }
  return from;
};

search.Index = class Index {
  // `pause` is awaited between the steps, so that a large index does not stop the page.
  static async read(written, pause) {
    const index = new Index();
    index.remembered = new Map();
    index.weights = written.weights;
    const words = [index.#readWords, index.#fold, index.#readTails, index.#readSlots];
    const entries = [index.#readTexts, index.#readBegins, index.#readEntries];
    for (const step of [...words, ...entries]) {
      step.call(index, written);
      await pause?.();
    }
    return index;
  }

  #readWords(written) {
    this.written = unfold(written.words);
    this.common = new Map();
    for (const [worth, words] of written.common) for (const word of unfold(words)) this.common.set(word, worth);
    this.fillers = written.common[0]?.[0];
  }

  #fold() {
    this.folded = this.written.map(search.fold);
    this.letters = Uint32Array.from(this.folded, search.letters);
  }

  #readTails(written) {
    const tails = [];
    let term = 0;
    for (const numbers = new Numbers(written.tails); numbers.more; ) {
      term += numbers.next();
      tails.push([this.folded[term].slice(numbers.next()), term]);
    }
    tails.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.tails = tails.map(([text]) => text);
    this.tailTerms = tails.map(([, number]) => number);
  }

  #readSlots(written) {
    const counts = new Numbers(written.counts);
    this.starts = new Uint32Array(this.written.length + 1);
    for (let term = 0; term < this.written.length; term++) {
      this.starts[term + 1] = this.starts[term] + counts.next() + 1;
    }
    this.slots = new Uint32Array(this.starts.at(-1));
    const others = new Numbers(written.others);
    for (let term = 0; term < this.written.length; term++) {
      let slot = 0;
      for (const digits of written.firsts.toReversed()) {
        slot = slot * SIGNS.length + VALUES[digits.charCodeAt(term)];
      }
      this.slots[this.starts[term]] = slot;
      for (let at = this.starts[term] + 1; at < this.starts[term + 1]; at++) {
        this.slots[at] = slot += others.next();
      }
    }
  }

  #readTexts(written) {
    this.texts = { entry: [], foreign: [], value: [], size: [], form: [] };
    let entry = 0;
    for (const numbers = new Numbers(written.texts); numbers.more; ) {
      const kind = numbers.next();
      const [own, other, form] = written.fields[kind >> 1];
      const further = numbers.next();
      entry = further & 1 ? further >> 1 : entry + (further >> 1);
      this.texts.entry.push(entry);
      this.texts.foreign.push(kind & 1);
      this.texts.value.push(kind & 1 ? other : own);
      this.texts.form.push(form);
      this.texts.size.push(form === 1 ? numbers.next() : 0);
    }
  }

  // Which texts begin with a word: names of the page's language, and what is asked there.
  #readBegins(written) {
    this.begins = new Uint8Array(this.slots.length);
    let bit = 0;
    this.slots.forEach((text, at) => {
      if (!this.texts.size[text] || this.texts.foreign[text]) return;
      this.begins[at] = (VALUES[written.begins.charCodeAt(Math.floor(bit / 6))] >> (bit % 6)) & 1;
      bit++;
    });
  }

  #readEntries(written) {
    const numbers = new Numbers(written.entries);
    const urls = unfold(written.urls);
    this.entries = written.numbers.split(",").map((phones, place) => {
      const kind = numbers.next();
      const [factor, byNumber, named] = written.kinds[kind >> 1];
      return {
        kind: kind >> 1,
        factor,
        byNumber,
        isPerson: Boolean(named),
        retired: Boolean(kind & 1),
        successor: numbers.next() - 1,
        audiences: numbers.next(),
        url: urls[place],
        numbers: phones ? phones.split(" ") : [],
      };
    });
  }

  // Everyday words, which come later than the rest.
  async addWords({ shown, leads, phrases, groups }, pause) {
    const leading = new Numbers(leads);
    const meanings = shown.map((word) => ({
      shown: word,
      leads: Array.from({ length: leading.next() }, () => leading.next()),
      targets: [],
    }));
    const keys = unfold(phrases).map((phrase) => phrase.replaceAll("_", " "));
    await pause?.();
    const of = new Numbers(groups);
    const lists = keys.map((key) =>
      Array.from({ length: of.next() + 1 }, () => {
        const group = of.next();
        if (group & 1) meanings[group >> 1].targets.push(key.split(" "));
        return group >> 1;
      }),
    );
    await pause?.();
    this.everyday = { meanings, keys, lists, letters: Uint32Array.from(keys, search.letters) };
  }

  // Whether a text is the name of a person, or of people: no everyday word means somebody.
  namesPeople(text) {
    const form = this.texts.form[text];
    return form === 3 || (form === 1 && this.entries[this.texts.entry[text]].isPerson);
  }

  worth(word) {
    return this.common.get(word) ?? 100;
  }

  // The places in a sorted list, of words or of later parts, that begin so.
  *beginning(list, start) {
    for (let at = search.lowerBound(list, start); at < list.length && list[at].startsWith(start); at++) yield at;
  }
};
