// The ranking: whole numbers only, and the same as that of the build (src/search/rank.rs).
const search = ((globalThis.luukku ??= {}).search ??= {});

// The forms of texts that are addresses, and of keywords.
const ADDRESS = 2;
const KEYWORDS = 4;

// More than any score.
const MOST = 1e6;

// Gives the entries that fit a query, best first and what is retired last, and what everyday words were taken for.
search.rank = (index, query, audience) => {
  const steps = search.ranking(index, query, audience);
  let step;
  do step = steps.next();
  while (!step.done);
  return step.value;
};

// The same in steps, since ten thousand entries that fit a first letter take a while.
search.ranking = function* (index, query, audience = -1) {
  const { units, told, address } = search.units(index, query);
  const tally = new Tally(index, address, units.filter(({ worth }) => worth > index.filler).length === 1);
  yield;
  for (const unit of units) yield* tally.count(unit);
  tally.numbers(query);
  const hits = yield* tally.hits(audience);
  if (address && !hits.length) return yield* search.ranking(index, query.replaceAll("@", " "), audience);
  handOn(index, hits);
  yield;
  return { hits: sorted(index, hits), told };
};

// Best first, what is retired last, and what is equally good in the order of the list. A sum for each hit, since
// numbers are sorted in a fraction of the time that a comparison of hits takes.
const sorted = ({ entries }, hits) => {
  const of = new Array(entries.length);
  const keys = Float64Array.from(hits, (hit) => {
    of[hit.entry] = hit;
    return ((entries[hit.entry].retired ? 2 * MOST : MOST) - hit.score) * entries.length + hit.entry;
  });
  return Array.from(keys.sort(), (key) => of[key % entries.length]);
};

// A retired entry hands what it earned on to its successor.
const handOn = (index, hits) => {
  for (const hit of [...hits]) {
    const { retired, successor } = index.entries[hit.entry];
    if (!retired || successor < 0) continue;
    const other = hits.find(({ entry }) => entry === successor);
    if (!other) {
      hits.push({ ...hit, entry: successor });
      continue;
    }
    other.score = Math.max(other.score, hit.score);
    other.covered = Math.max(other.covered, hit.covered);
  }
};

// Sums by document and by text, all of them 0 between two queries.
const countersOf = ({ entries, texts }) => ({
  weighted: new Float64Array(entries.length),
  covered: new Float64Array(entries.length),
  numbers: new Uint8Array(entries.length),
  phrases: new Float64Array(entries.length),
  named: new Uint8Array(entries.length),
  shares: new Float64Array(texts.entry.length),
  sizes: new Float64Array(texts.entry.length),
  begun: new Uint8Array(texts.entry.length),
  // Of the word that is being counted:
  textBest: new Uint8Array(texts.entry.length),
  entryValue: new Uint32Array(entries.length),
  entryQuality: new Uint8Array(entries.length),
  entryRepeated: new Uint32Array(entries.length),
  // Whether something was found of it:
  textFound: new Uint8Array(texts.entry.length),
  entryFound: new Uint8Array(entries.length),
});

class Tally {
  #index;
  // Where the words stand; more may come between two steps.
  #stands;
  #address;
  // Whether the query is but one word.
  #alone;
  #sums;
  #total = 0;
  // What of that says that somebody is in danger.
  #danger = 0;
  // What was found so far.
  #texts = [];
  #entries = [];

  constructor(index, address, alone) {
    this.#index = index;
    this.#stands = { begins: index.begins, starts: index.starts, slots: index.slots };
    this.#address = address;
    this.#alone = alone;
    if (index.counters?.shares.length !== index.texts.entry.length) index.counters = countersOf(index);
    this.#sums = index.counters;
  }

  #findText(text) {
    if (this.#sums.textFound[text]) return;
    this.#sums.textFound[text] = 1;
    this.#texts.push(text);
  }

  #findEntry(entry) {
    if (this.#sums.entryFound[entry]) return;
    this.#sums.entryFound[entry] = 1;
    this.#entries.push(entry);
  }

  // Counts a word of the query.
  *count({ candidates, meant, worth, share, first, danger }) {
    const { filler, entries, weights } = this.#index;
    const { weighted, covered, shares, sizes, textBest, entryValue, entryQuality, entryRepeated } = this.#sums;
    const touched = this.#touch(candidates, meant, first);
    yield;
    const found = this.#found(touched);
    yield;
    const known = found.filter((entry) => entryQuality[entry] >= weights.counted).length;
    // What is only guessed to be a word of the catalog must not outweigh what is known.
    const surest = candidates.size || meant.length ? Math.max(search.surest(candidates), mostOf(meant)) : 100;
    const weight = Math.floor((worth * rarity(entries.length, known) * surest) / 100);
    this.#total += weight;
    if (danger) this.#danger += weight;
    for (const entry of found) {
      // What says a thing in its name, its questions and its keywords is about it, more than what says it once.
      const value = entryValue[entry];
      const further = Math.min(Math.max(entryRepeated[entry] - value, 0), weights.repeats);
      weighted[entry] += weight * (value + Math.floor((further * weights.repeated) / 100));
      covered[entry] += weight * entryQuality[entry];
      entryValue[entry] = entryQuality[entry] = entryRepeated[entry] = 0;
      this.#findEntry(entry);
    }
    for (const text of touched) {
      shares[text] += weight * textBest[text];
      if (worth > filler) sizes[text] += share * textBest[text];
      textBest[text] = 0;
      this.#findText(text);
    }
    yield;
  }

  // The texts that hold a word, or are meant by it.
  #touch(candidates, meant, first) {
    const { begins, starts, slots } = this.#stands;
    const { textBest, begun } = this.#sums;
    const touched = [];
    const touch = (text, quality) => {
      if (!textBest[text]) touched.push(text);
      if (quality > textBest[text]) textBest[text] = quality;
    };
    for (const [term, quality] of candidates) {
      for (let at = starts[term]; at < starts[term + 1]; at++) {
        touch(slots[at], quality);
        if (first && begins[at] && quality > begun[slots[at]]) begun[slots[at]] = quality;
      }
    }
    for (const { texts, qualities, sure } of meant) {
      for (let at = 0; at < texts.length; at++) touch(texts[at], Math.floor((qualities[at] * sure) / 100));
    }
    return touched;
  }

  // The entries of these texts, and what the word earns in them.
  #found(touched) {
    const { texts, weights } = this.#index;
    const { textBest, entryValue, entryQuality, entryRepeated } = this.#sums;
    const found = [];
    for (const text of touched) {
      if (texts.foreign[text] && textBest[text] < weights.folded) {
        textBest[text] = Math.floor((textBest[text] * weights.foreign) / 100);
      }
      if (this.#address && texts.form[text] !== ADDRESS) continue;
      const entry = texts.entry[text];
      const quality = textBest[text];
      // Whoever types a keyword and nothing else means it.
      const isKey = this.#alone && quality >= weights.folded && texts.form[text] === KEYWORDS && !texts.foreign[text];
      const value = quality * (isKey ? weights.alone : texts.value[text]);
      if (!entryQuality[entry]) found.push(entry);
      if (value > entryValue[entry]) entryValue[entry] = value;
      if (quality > entryQuality[entry]) entryQuality[entry] = quality;
      if (!texts.foreign[text]) entryRepeated[entry] += value;
    }
    return found;
  }

  // Counts a phone number, or a piece of one.
  numbers(query) {
    const digits = query.replace(/[^0-9]/g, "");
    if (/[^0-9 +\-()./]/.test(query) || digits.length < 3) return;
    const national = digits.replace(/^0+/, "");
    this.#index.entries.forEach(({ numbers }, entry) => {
      numbers.forEach((number, place) => {
        // What is reached by other numbers, too, is meant rather by its first.
        const fits = numberFits(number, digits, national) - (place ? this.#index.weights.further : 0);
        if (fits <= this.#sums.numbers[entry]) return;
        this.#sums.numbers[entry] = fits;
        this.#findEntry(entry);
      });
    });
  }

  *hits(audience) {
    const { entries, weights } = this.#index;
    const { weighted, covered, numbers, phrases, named } = this.#sums;
    const total = Math.max(this.#total, 1);
    this.#phrases(total);
    if (this.#danger) entries.forEach(({ emergency }, entry) => emergency && this.#findEntry(entry));
    yield;
    const hits = [];
    for (const entry of this.#entries) {
      const { factor, byNumber, audiences, emergency } = entries[entry];
      const danger = emergency ? this.#danger : 0;
      if (!weighted[entry] && !numbers[entry] && !danger) continue;
      const calls = Math.floor((danger * 100) / total);
      const covers = Math.min(Math.max(Math.floor(covered[entry] / total), calls), 100);
      const sure = weights.uncovered + Math.floor(((100 - weights.uncovered) * covers) / 100);
      const base = Math.floor((Math.floor(weighted[entry] / total) * sure) / 100);
      const phrase = Math.floor((phrases[entry] * weights.phrase) / 100);
      const helps = Math.floor((weights.danger * danger) / total);
      const byWords = Math.floor(((base + phrase + helps) * (named[entry] ? 100 : factor)) / 100);
      let score = Math.max(byWords, numbers[entry] * byNumber);
      if (audience >= 0 && audience < 32 && (audiences >>> audience) & 1) {
        score = Math.floor((score * weights.own_audience) / 100);
      }
      hits.push({ entry, score, covered: Math.max(covers, numbers[entry]) });
    }
    yield;
    this.#clear();
    return hits;
  }

  // By document: the best of its phrases, and whether one of them is the query.
  #phrases(total) {
    const { texts, weights } = this.#index;
    const { shares, sizes, begun, phrases, named } = this.#sums;
    for (const text of this.#texts) {
      if (!shares[text] || !texts.size[text]) continue;
      const share = Math.min(Math.floor(shares[text] / total), 100);
      const whole = Math.min(Math.floor(Math.floor(sizes[text] / 100) / texts.size[text]), 100);
      const begins = whole + Math.floor(((100 - whole) * weights.begins * begun[text]) / 10000);
      const exact = Math.floor((Math.max(Math.min(share, whole) - 70, 0) * weights.equal) / 30);
      const entry = texts.entry[text];
      if (share >= weights.folded && whole >= weights.folded) named[entry] = 1;
      const value = texts.value[text] * (Math.floor((share * begins) / 100) + exact);
      if (value > phrases[entry]) phrases[entry] = value;
    }
  }

  #clear() {
    const { weighted, covered, numbers, phrases, named, shares, sizes, begun, textFound, entryFound } = this.#sums;
    for (const text of this.#texts) {
      shares[text] = sizes[text] = begun[text] = textFound[text] = phrases[this.#index.texts.entry[text]] = 0;
      named[this.#index.texts.entry[text]] = 0;
    }
    for (const entry of this.#entries) weighted[entry] = covered[entry] = numbers[entry] = entryFound[entry] = 0;
  }
}

// How sure the surest of what is meant is.
const mostOf = (meant) => Math.max(0, ...meant.map(({ most, sure }) => Math.floor((most * sure) / 100)));

// How well digits fit a number, of 100: its end, better than its middle.
const numberFits = (number, digits, national) => {
  const fits = (piece) => (number.endsWith(piece) ? 100 : number.includes(piece) ? 70 : 0);
  return Math.max(fits(digits), national.length >= 3 ? fits(national) : 0);
};

// How much rarer than all a word is that so many of all documents have: the logarithm in sixteenths.
const rarity = (all, having) => {
  const ratio = 16 + Math.floor((16 * all) / Math.max(having, 1));
  const whole = 31 - Math.clz32(ratio);
  return Math.max(0, whole * 16 + (((ratio - (1 << whole)) * 16) >> whole) - 48);
};
