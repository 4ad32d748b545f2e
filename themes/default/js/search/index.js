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

const bitOf = (bits, place) => (VALUES[bits.charCodeAt(Math.floor(place / 6))] >> (place % 6)) & 1;

// The words of a part, each with the texts that hold it and its later parts. Those of `also`, which are there
// already, get more texts.
const wordsOf = (part, also, first) => {
  const fresh = unfold(part.words).map((written) => ({
    written,
    folded: search.fold(written),
    slots: [],
    begins: [],
    tails: [],
  }));
  const counts = new Numbers(part.counts);
  const others = new Numbers(part.others);
  const digits = part.firsts.toReversed();
  [...also, ...fresh].forEach(({ slots }, place) => {
    let slot = 0;
    for (const signs of digits) slot = slot * SIGNS.length + VALUES[signs.charCodeAt(place)];
    slots.push((slot += first));
    for (let more = counts.next(); more > 0; more--) slots.push((slot += others.next()));
  });
  let at = 0;
  for (const numbers = new Numbers(part.tails); numbers.more; ) {
    const { tails, folded } = fresh[(at += numbers.next())];
    tails.push(folded.slice(numbers.next()));
  }
  return fresh;
};

// What the groups of everyday words mean.
const meaningsOf = (shown, leads) => {
  const leading = new Numbers(leads);
  const meanings = shown.map((word) => ({
    shown: word,
    leads: Array.from({ length: leading.next() }, () => leading.next()),
    targets: [],
  }));
  return { meanings, keys: [], lists: [] };
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

const byLetters = (a, b) =>
  a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : a.written < b.written ? -1 : Number(a.written > b.written);

search.Index = class Index {
  // All words, as they were written and with their texts.
  #words = [];

  // `pause` is awaited between the steps, so that a large index does not stop the page.
  static async read(written, pause) {
    const index = new Index();
    const { weights, filler, weak, fields } = written;
    Object.assign(index, { weights, filler, weak, fields, remembered: new Map(), common: new Map() });
    index.texts = { entry: [], foreign: [], value: [], size: [], form: [] };
    index.#readCommon(written);
    index.#readTexts(written);
    index.#readEntries(written);
    await pause?.();
    index.#words = wordsOf(written, [], 0);
    await pause?.();
    index.#readBegins(written);
    await index.#sort(pause);
    return index;
  }

  // What is said in other languages, which comes later.
  async addOthers(written, pause) {
    const first = this.texts.entry.length;
    this.#readTexts(written);
    const also = this.#words.filter((_, place) => bitOf(written.also, place));
    const words = [...this.#words, ...wordsOf(written, also, first)];
    await pause?.();
    this.#words = words.sort(byLetters);
    this.#readCommon(written);
    await this.#sort(pause);
    this.#forget();
  }

  #readCommon({ common }) {
    for (const [worth, words] of common) for (const word of unfold(words)) this.common.set(word, worth);
    this.commonWords = [...this.common.keys()].sort();
  }

  #readTexts(written) {
    let entry = 0;
    for (const numbers = new Numbers(written.texts); numbers.more; ) {
      const kind = numbers.next();
      const [own, other, form] = this.fields[kind >> 1];
      const further = numbers.next();
      entry = further & 1 ? further >> 1 : entry + (further >> 1);
      this.texts.entry.push(entry);
      this.texts.foreign.push(kind & 1);
      this.texts.value.push(kind & 1 ? other : own);
      this.texts.form.push(form);
      this.texts.size.push(form === 1 ? numbers.next() : 0);
    }
  }

  #readEntries(written) {
    const numbers = new Numbers(written.entries);
    this.entries = written.numbers.split(",").map((phones) => {
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
        numbers: phones ? phones.split(" ") : [],
      };
    });
  }

  // Which texts begin with a word: names of the page's language, and what is asked there.
  #readBegins(written) {
    let bit = 0;
    for (const word of this.#words) {
      word.begins = word.slots.map((text) => (this.texts.size[text] ? bitOf(written.begins, bit++) : 0));
    }
  }

  // Lays out the words as they are looked up.
  async #sort(pause) {
    const words = this.#words;
    const folded = words.map((word) => word.folded);
    const letters = Uint32Array.from(folded, search.letters);
    await pause?.();
    const starts = new Uint32Array(words.length + 1);
    words.forEach(({ slots }, term) => (starts[term + 1] = starts[term] + slots.length));
    const slots = new Uint32Array(starts.at(-1));
    const begins = new Uint8Array(slots.length);
    words.forEach((word, term) => {
      slots.set(word.slots, starts[term]);
      begins.set(word.begins, starts[term]);
    });
    await pause?.();
    const tails = words.flatMap((word, term) => word.tails.map((text) => [text, term]));
    tails.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    // All at once, since somebody may be typing.
    Object.assign(this, { written: words.map((word) => word.written), folded, letters, starts, slots, begins });
    Object.assign(this, { tails: tails.map(([text]) => text), tailTerms: tails.map(([, term]) => term) });
  }

  // Everyday words, which come later, too: those of the page's language, then all others.
  async addWords({ shown, leads, phrases, groups }, pause) {
    const { meanings, keys: had, lists: hadLists } = shown ? meaningsOf(shown, leads) : this.everyday;
    const lists = new Map(had.map((key, place) => [key, hadLists[place]]));
    const of = new Numbers(groups);
    for (const written of unfold(phrases)) {
      const key = written.replaceAll("_", " ");
      const list = Array.from({ length: of.next() + 1 }, () => {
        const group = of.next();
        if (group & 1) meanings[group >> 1].targets.push(key.split(" "));
        return group >> 1;
      });
      lists.set(key, [...(lists.get(key) ?? []), ...list].sort((a, b) => a - b));
    }
    await pause?.();
    const keys = [...lists.keys()].sort();
    const letters = Uint32Array.from(keys, search.letters);
    this.everyday = { meanings, keys, lists: keys.map((key) => lists.get(key)), letters };
    this.#forget();
  }

  // What was worked out before more came.
  #forget() {
    this.remembered.clear();
    for (const meaning of this.everyday?.meanings ?? []) meaning.texts = undefined;
  }

  // Whether a text is the name of a person, or of people: no everyday word means somebody.
  namesPeople(text) {
    const form = this.texts.form[text];
    return form === 3 || (form === 1 && this.entries[this.texts.entry[text]].isPerson);
  }

  worth(word) {
    return this.common.get(word) ?? 100;
  }

  // What a word of a query is worth: one that stands nowhere in the catalog and is a form of a common word says as
  // little as that.
  worthOfTyped(word) {
    const exact = this.worth(word);
    if (exact < 100 || word.length < 5 || this.folded[search.lowerBound(this.folded, word)] === word) return exact;
    const stem = word.slice(0, Math.max(4, word.length >> 1));
    for (const at of this.beginning(this.commonWords, stem)) {
      if (search.likeness(word, this.commonWords[at]) >= this.weights.form) return this.weak;
    }
    return exact;
  }

  // The places in a sorted list, of words or of later parts, that begin so.
  *beginning(list, start) {
    for (let at = search.lowerBound(list, start); at < list.length && list[at].startsWith(start); at++) yield at;
  }
};
