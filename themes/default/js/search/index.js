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

// The forms of texts: names and what is asked; who answers; ids.
const PHRASE = 1;
const PEOPLE = 3;
const ID = 5;

const bitOf = (bits, place) => (VALUES[bits.charCodeAt(Math.floor(place / 6))] >> (place % 6)) & 1;

// So many milliseconds are worked at a stretch while a page is being read, and so many things between two looks at
// the clock.
const STRETCH = 12;
const THINGS = 256;

// Takes the steps of some work, with a pause whenever it has lasted for long enough, and gives what comes of it.
search.paced = async (steps, pause) => {
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (!pause || performance.now() - since < STRETCH) continue;
    await pause();
    since = performance.now();
  }
};

// The same as a list of what each thing gives.
const mapped = function* (list, give, effort = () => 1) {
  const all = [];
  let done = 0;
  for (const one of list) {
    all.push(give(one, all.length));
    done += effort(one);
    if (done < THINGS) continue;
    done = 0;
    yield;
  }
  return all;
};

// Some words stand in nearly all texts.
const byTexts = ({ slots }) => 1 + slots.length / 32;

// The words of a part, each with the texts that hold it and its later parts. Those of `also`, which are there
// already, get more texts.
const wordsOf = function* (part, also, first) {
  const written = (text) => ({ written: text, folded: search.fold(text), slots: [], begins: [], tails: [] });
  const fresh = yield* mapped(unfold(part.words), written);
  const counts = new Numbers(part.counts);
  const others = new Numbers(part.others);
  const digits = part.firsts.toReversed();
  const place = ({ slots }, number) => {
    let slot = 0;
    for (const signs of digits) slot = slot * SIGNS.length + VALUES[signs.charCodeAt(number)];
    slots.push((slot += first));
    for (let more = counts.next(); more > 0; more--) slots.push((slot += others.next()));
  };
  yield* mapped([...also, ...fresh], place, byTexts);
  let at = 0;
  for (const numbers = new Numbers(part.tails); numbers.more; ) {
    const { tails, folded } = fresh[(at += numbers.next())];
    tails.push(folded.slice(numbers.next()));
  }
  return fresh;
};

// Two sorted lists as one.
const merged = function* (some, others) {
  const all = [];
  let [at, to] = [0, 0];
  while (at < some.length || to < others.length) {
    const isNext = to === others.length || (at < some.length && byLetters(some[at], others[to]) <= 0);
    all.push(isNext ? some[at++] : others[to++]);
    if (all.length % THINGS === 0) yield;
  }
  return all;
};

// What the groups of everyday words mean.
const meaningsOf = (shown, leads) => {
  const leading = new Numbers(leads);
  const meanings = shown.map((word) => {
    const head = leading.next();
    const leadsTo = Array.from({ length: head >> 1 }, () => leading.next());
    return { shown: word, danger: Boolean(head & 1), leads: leadsTo, targets: [] };
  });
  return { meanings, keys: [], lists: [] };
};

// Phrases of several words as one word, each with its place; sorted.
const apartOf = (keys) => {
  const several = keys.map((key, place) => ({ one: key.replaceAll(" ", ""), place }));
  return several
    .filter(({ one, place }) => one.length < keys[place].length)
    .sort((a, b) => (a.one < b.one ? -1 : a.one > b.one ? 1 : a.place - b.place));
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

  // `pause` is awaited now and then, so that a large index does not stop the page.
  static async read(written, pause) {
    const index = new Index();
    await search.paced(index.#read(written), pause);
    return index;
  }

  *#read(written) {
    const { weights, filler, weak, fields } = written;
    Object.assign(this, { weights, filler, weak, fields, remembered: new Map(), common: new Map() });
    this.texts = { entry: [], foreign: [], value: [], size: [], form: [] };
    this.#readCommon(written);
    yield* this.#readTexts(written);
    yield* this.#readEntries(written);
    this.#words = yield* wordsOf(written, [], 0);
    yield* this.#readBegins(written);
    yield* this.#layOut();
  }

  // What is said in other languages, which comes later.
  async addOthers(written, pause) {
    await search.paced(this.#readOthers(written), pause);
    this.#forget();
  }

  *#readOthers(written) {
    const first = this.texts.entry.length;
    yield* this.#readTexts(written);
    const also = this.#words.filter((_, place) => bitOf(written.also, place));
    const fresh = yield* wordsOf(written, also, first);
    this.#words = yield* merged(this.#words, fresh);
    this.#readCommon(written);
    yield* this.#layOut();
  }

  #readCommon({ common }) {
    for (const [worth, words] of common) for (const word of unfold(words)) this.common.set(word, worth);
    // Of other languages, only the words themselves are common, and not what is like them.
    this.commonWords ??= [...this.common.keys()].sort();
  }

  *#readTexts(written) {
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
      this.texts.size.push(form === PHRASE || form === ID ? numbers.next() : 0);
      if (this.texts.entry.length % THINGS === 0) yield;
    }
  }

  *#readEntries(written) {
    const numbers = new Numbers(written.entries);
    this.entries = yield* mapped(written.numbers.split(","), (phones) => {
      const head = numbers.next();
      const kind = head >> 2;
      const [factor, byNumber, named] = written.kinds[kind];
      return {
        kind,
        factor,
        byNumber,
        isPerson: Boolean(named),
        retired: Boolean(head & 1),
        // Whether it is what whoever is in danger is to call.
        emergency: Boolean((head >> 1) & 1),
        successor: numbers.next() - 1,
        audiences: numbers.next(),
        numbers: phones ? phones.split(" ") : [],
      };
    });
  }

  // Which texts begin with a word: names of the page's language, and what is asked there.
  *#readBegins(written) {
    let bit = 0;
    const begin = (word) => {
      word.begins = word.slots.map((text) => (this.texts.size[text] ? bitOf(written.begins, bit++) : 0));
    };
    yield* mapped(this.#words, begin, byTexts);
  }

  // Lays out the words as they are looked up.
  *#layOut() {
    const words = this.#words;
    const folded = words.map((word) => word.folded);
    const letters = Uint32Array.from(yield* mapped(folded, search.letters));
    const starts = new Uint32Array(words.length + 1);
    words.forEach(({ slots }, term) => (starts[term + 1] = starts[term] + slots.length));
    const slots = new Uint32Array(starts.at(-1));
    const begins = new Uint8Array(slots.length);
    const lay = (word, term) => {
      slots.set(word.slots, starts[term]);
      begins.set(word.begins, starts[term]);
    };
    yield* mapped(words, lay, byTexts);
    const tails = words.flatMap((word, term) => word.tails.map((text) => [text, term]));
    yield;
    tails.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    yield;
    // All at once, since somebody may be typing.
    Object.assign(this, { written: words.map((word) => word.written), folded, letters, starts, slots, begins });
    Object.assign(this, { tails: tails.map(([text]) => text), tailTerms: tails.map(([, term]) => term) });
  }

  // Everyday words, which come later, too: those of the page's language, then all others.
  async addWords(written, pause) {
    await search.paced(this.#readEveryday(written), pause);
    this.#forget();
  }

  *#readEveryday({ shown, leads, phrases, groups }) {
    const { meanings, keys: had, lists: hadLists } = this.everyday ?? meaningsOf(shown ?? [], leads);
    const lists = new Map(had.map((key, place) => [key, hadLists[place]]));
    const of = new Numbers(groups);
    const isOwn = !this.everyday;
    yield* mapped(unfold(phrases), (written) => {
      const key = written.replaceAll("_", " ");
      const list = Array.from({ length: of.next() + 1 }, () => {
        const group = of.next();
        if (group & 1) meanings[group >> 1].targets.push({ words: key.split(" "), own: isOwn });
        return group >> 1;
      });
      lists.set(key, [...(lists.get(key) ?? []), ...list].sort((a, b) => a - b));
    });
    const keys = [...lists.keys()].sort();
    yield;
    const letters = Uint32Array.from(yield* mapped(keys, search.letters));
    const own = this.everyday?.own ?? new Map(lists);
    const apart = apartOf(keys);
    yield;
    const together = { keys: apart.map(({ one }) => one), places: apart.map(({ place }) => place) };
    // What is said in the page's language means that, whatever it is in another.
    const meant = keys.map((key) => own.get(key) ?? lists.get(key));
    this.everyday = { meanings, keys, lists: meant, letters, own, together };
  }

  // What was worked out before more came.
  #forget() {
    this.remembered.clear();
    for (const meaning of this.everyday?.meanings ?? []) meaning.texts = undefined;
  }

  // Whether an everyday word of the page's language, or of another, may mean a text: one of the same language or an id,
  // and none that names people.
  mayBeMeant(text, own) {
    const form = this.texts.form[text];
    if (form === ID) return true;
    if (form === PEOPLE || (form === PHRASE && this.entries[this.texts.entry[text]].isPerson)) return false;
    return Boolean(this.texts.foreign[text]) !== own;
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
