// The ranking: whole numbers only, and the same as that of the build (src/search/rank.rs).
const search = ((globalThis.luukku ??= {}).search ??= {});

// The form of texts that are addresses.
const ADDRESS = 2;

// Gives the entries that fit a query, best first and what is retired last, and what everyday words were taken for.
search.rank = (index, query, audience = -1) => {
  const { units, told, address } = search.units(index, query);
  const tally = new Tally(index, address);
  for (const unit of units) tally.count(unit);
  tally.numbers(query);
  const hits = tally.hits(audience);
  if (address && !hits.length) return search.rank(index, query.replaceAll("@", " "), audience);
  handOn(index, hits);
  const retired = (hit) => Number(index.entries[hit.entry].retired);
  hits.sort((a, b) => retired(a) - retired(b) || b.score - a.score || a.entry - b.entry);
  return { hits, told };
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

// Sums, by document and by text.
class Tally {
  #index;
  #total = 0;
  #weighted;
  #covered;
  #numbers;
  #shares;
  #sizes;
  #textBest;
  #entryValue;
  #entryQuality;
  #begun;
  #address;

  constructor(index, address) {
    this.#index = index;
    this.#address = address;
    const [entries, texts] = [index.entries.length, index.texts.entry.length];
    this.#weighted = new Float64Array(entries);
    this.#covered = new Float64Array(entries);
    this.#numbers = new Uint8Array(entries);
    this.#shares = new Float64Array(texts);
    this.#sizes = new Float64Array(texts);
    this.#textBest = new Uint8Array(texts);
    this.#begun = new Uint8Array(texts);
    this.#entryValue = new Uint32Array(entries);
    this.#entryQuality = new Uint8Array(entries);
  }

  // Counts a word of the query.
  count({ candidates, meant, worth, share, first }) {
    const { begins, filler, starts, slots, texts, entries, weights } = this.#index;
    const touched = [];
    const touch = (text, quality) => {
      if (!this.#textBest[text]) touched.push(text);
      if (quality > this.#textBest[text]) this.#textBest[text] = quality;
    };
    for (const [term, quality] of candidates) {
      for (let at = starts[term]; at < starts[term + 1]; at++) {
        touch(slots[at], quality);
        if (first && begins[at] && quality > this.#begun[slots[at]]) this.#begun[slots[at]] = quality;
      }
    }
    for (const [text, quality] of meant) touch(text, quality);
    const found = [];
    for (const text of touched) {
      const entry = texts.entry[text];
      if (texts.foreign[text] && this.#textBest[text] < weights.folded) {
        this.#textBest[text] = Math.floor((this.#textBest[text] * weights.foreign) / 100);
      }
      const quality = this.#textBest[text];
      if (this.#address && texts.form[text] !== ADDRESS) continue;
      if (!this.#entryQuality[entry]) found.push(entry);
      this.#entryValue[entry] = Math.max(this.#entryValue[entry], quality * texts.value[text]);
      this.#entryQuality[entry] = Math.max(this.#entryQuality[entry], quality);
    }
    const known = found.filter((entry) => this.#entryQuality[entry] >= weights.counted).length;
    // What is only guessed to be a word of the catalog must not outweigh what is known.
    const surest = candidates.size || meant.size ? Math.max(search.surest(candidates), search.surest(meant)) : 100;
    const weight = Math.floor((worth * rarity(entries.length, known) * surest) / 100);
    this.#total += weight;
    for (const entry of found) {
      this.#weighted[entry] += weight * this.#entryValue[entry];
      this.#covered[entry] += weight * this.#entryQuality[entry];
      this.#entryValue[entry] = this.#entryQuality[entry] = 0;
    }
    for (const text of touched) {
      this.#shares[text] += weight * this.#textBest[text];
      if (worth > filler) this.#sizes[text] += share * this.#textBest[text];
      this.#textBest[text] = 0;
    }
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
        this.#numbers[entry] = Math.max(this.#numbers[entry], fits);
      });
    });
  }

  hits(audience) {
    const { entries, texts, weights } = this.#index;
    const total = Math.max(this.#total, 1);
    const phrases = new Float64Array(entries.length);
    const named = new Uint8Array(entries.length);
    for (let text = 0; text < this.#shares.length; text++) {
      if (!this.#shares[text] || !texts.size[text]) continue;
      const share = Math.min(Math.floor(this.#shares[text] / total), 100);
      const whole = Math.min(Math.floor(Math.floor(this.#sizes[text] / 100) / texts.size[text]), 100);
      const begun = whole + Math.floor(((100 - whole) * weights.begins * this.#begun[text]) / 10000);
      const exact = Math.floor((Math.max(Math.min(share, whole) - 70, 0) * weights.equal) / 30);
      if (share >= weights.folded && whole >= weights.folded) named[texts.entry[text]] = 1;
      const value = texts.value[text] * (Math.floor((share * begun) / 100) + exact);
      if (value > phrases[texts.entry[text]]) phrases[texts.entry[text]] = value;
    }
    const hits = [];
    entries.forEach(({ factor, byNumber, audiences }, entry) => {
      if (!this.#weighted[entry] && !this.#numbers[entry]) return;
      const covered = Math.min(Math.floor(this.#covered[entry] / total), 100);
      const sure = weights.uncovered + Math.floor(((100 - weights.uncovered) * covered) / 100);
      const base = Math.floor((Math.floor(this.#weighted[entry] / total) * sure) / 100);
      const phrase = Math.floor((phrases[entry] * weights.phrase) / 100);
      const byWords = Math.floor(((base + phrase) * (named[entry] ? 100 : factor)) / 100);
      let score = Math.max(byWords, this.#numbers[entry] * byNumber);
      if (audience >= 0 && audience < 32 && (audiences >>> audience) & 1) {
        score = Math.floor((score * weights.own_audience) / 100);
      }
      hits.push({ entry, score, covered: Math.max(covered, this.#numbers[entry]) });
    });
    return hits;
  }
}

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
