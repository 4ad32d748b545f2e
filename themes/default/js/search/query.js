// A query: its words, and what each of them may mean.
const search = ((globalThis.luukku ??= {}).search ??= {});

const MOST_WORDS = 16;
const SHORTEST_SPLIT = 6;
const SHORTEST_PART = 3;
const LONGEST_PHRASE = 5;
const LETTER = /[\p{Alphabetic}\p{N}]/u;

// Gives the words, and the everyday words among them with what was looked for instead.
search.units = (index, query) => {
  // Of an address, the name before the sign is what differs.
  const [name] = query.split("@");
  const address = query.includes("@") && LETTER.test(name);
  const written = search.words(address ? name : query).slice(0, MOST_WORDS);
  const open = !address && LETTER.test(query.slice(-1));
  const units = written.map((word, place) => {
    const typed = { written: word, folded: search.fold(word), open: open && place === written.length - 1 };
    const { candidates, guesses } = search.candidates(index, typed);
    const worth = index.worthOfTyped(typed.folded);
    return { ...typed, worth, share: 100, candidates, guesses, meant: [], danger: false, settled: false };
  });
  if (units.every((unit) => unit.worth === index.filler)) for (const unit of units) unit.worth = 100;
  join(index, units);
  const told = mean(index, units);
  const parts = units.flatMap((unit) => split(index, unit));
  const worth = (least) => parts.find((unit) => unit.worth >= least);
  const first = worth(index.weights.second) ?? worth(index.weak);
  if (first) first.first = true;
  return { units: parts, told, address };
};

// Two words that the catalog writes as one.
const join = (index, units) => {
  for (let place = 1; place < units.length; place++) {
    const one = units[place - 1].folded + units[place].folded;
    if (one.length < 4) continue;
    for (const term of index.beginning(index.folded, one)) {
      const length = index.folded[term].length;
      const quality =
        length === one.length ? index.weights.joined : Math.floor(50 + Math.floor((one.length * 40) / length));
      search.add(units[place - 1].candidates, term, quality);
      search.add(units[place].candidates, term, quality);
    }
  }
};

// A word that the catalog writes as two, or of which it knows both parts.
const split = (index, unit) => {
  const { whole, guess, sure, compound } = index.weights;
  const surest = search.surest(unit.candidates);
  const isWhole = surest >= whole || unit.danger || unit.settled;
  if (isWhole || unit.worth < 100 || unit.folded.length < SHORTEST_SPLIT) return [unit];
  const best = bestParts(index, unit, surest >= guess || unit.meant.length ? sure : 0);
  if (!best) return [withPart(index, unit)];
  unite(index, unit, best);
  if (!unit.meant.length) mean(index, best);
  // A part of a word is no cry for help.
  for (const one of best) one.danger = false;
  if (!unit.candidates.size && !unit.meant.length) return best;
  return [{ ...unit, share: compound, worth: Math.floor((unit.worth * compound) / 100) }, ...best];
};

// What a whole word means beside its parts: no form of the first alone, but longer words that begin like the one and
// hold the other.
const unite = (index, unit, [head, rest]) => {
  for (const [term, quality] of unit.candidates) {
    if (quality >= index.weights.guess && index.folded[term] === head.folded) unit.candidates.delete(term);
  }
  const start = head.folded.slice(0, Math.max(SHORTEST_PART, head.folded.length - 1));
  for (const [term, quality] of rest.candidates) {
    if (!index.folded[term].startsWith(start)) continue;
    search.add(unit.candidates, term, Math.floor((quality * index.weights.joined) / 100));
  }
};

// The two parts of a word that are surest, if both are at least so sure.
const bestParts = (index, { folded: word, open }, least) => {
  const { head, rest, first, second } = index.weights;
  let most = 0;
  let best = null;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    for (const bound of at > SHORTEST_PART && /[sn]/.test(word[at - 1]) ? [0, 1] : [0]) {
      const parts = [
        part(index, word.slice(0, at - bound), first, false),
        part(index, word.slice(at), second, open),
      ];
      const [one, other] = parts.map(({ candidates }) => search.surest(candidates));
      if (one < Math.max(head, least) || other < Math.max(rest, least)) continue;
      const sum = one * (at - bound) + other * (word.length - at);
      if (sum > most) [most, best] = [sum, parts];
    }
  }
  return best;
};

// A word of which nothing is known but how it begins or ends means at least that.
const withPart = (index, unit) => {
  const word = unit.folded;
  if (unit.candidates.size || unit.meant.length) return unit;
  const { first, second, form } = index.weights;
  for (let length = word.length - 1; length > SHORTEST_PART; length--) {
    const parts = [
      part(index, word.slice(-length), second, unit.open),
      part(index, word.slice(0, length), first, false),
    ];
    const known = parts.find(({ candidates }) => search.surest(candidates) >= form);
    if (known) return known;
  }
  return unit;
};

const part = (index, folded, share, open) => {
  const typed = { written: folded, folded, open };
  const candidates = new Map();
  search.beginnings(index, typed, candidates);
  for (const [term, quality] of candidates) {
    const other = index.folded[term];
    // A short part is a word, not the beginning of one; and no form of a common word.
    const goesOn = !open && folded.length <= SHORTEST_PART && other.length > folded.length;
    const isMeant = index.worth(other) === 100 || other === folded;
    if (quality < index.weights.head || goesOn || !isMeant) candidates.delete(term);
  }
  const worth = Math.floor((index.worth(folded) * share) / 100);
  return { ...typed, worth, share, candidates, guesses: new Map(), meant: [], danger: false, settled: false };
};

// Looks the words up in the table of everyday words, the longest phrases first.
const mean = (index, units) => {
  const said = units.filter((unit) => unit.worth > index.filler);
  const told = [];
  if (!index.everyday) return told;
  for (let from = 0; from < said.length; ) {
    let length = Math.min(LONGEST_PHRASE, said.length - from);
    let found;
    for (; length > 0; length--) {
      found = groupsOf(index, said.slice(from, from + length));
      if (found) break;
    }
    if (!found) {
      from++;
      continue;
    }
    const phrase = said.slice(from, from + length);
    const meanings = meantBy(index, found.groups);
    const danger = found.groups.some((group) => index.everyday.meanings[group].danger);
    if (found.surely && length > 1 && !standTogether(index, phrase)) {
      for (const { candidates } of phrase) {
        for (const [term, quality] of candidates) {
          candidates.set(term, Math.floor((quality * index.weights.within) / 100));
        }
      }
    }
    for (const unit of phrase) {
      const known = search.surest(unit.candidates) >= index.weights.folded;
      const sure = known ? index.weights.beside : index.weights.everyday;
      unit.meant = meanings.map((meaning) => ({ ...meaning, sure }));
      unit.danger ||= danger;
      unit.settled ||= Boolean(found.surely) && phrase.length > 1;
      // What the table knows is no slip in another word.
      if (found.surely) for (const term of unit.guesses.keys()) unit.candidates.delete(term);
    }
    if (phrase.some((unit) => search.surest(unit.candidates) < index.weights.folded)) {
      told.push({ typed: phrase.map((unit) => unit.written).join(" "), shown: shown(index, found.groups) });
    }
    from += length;
  }
  return told;
};

// The words to show for groups: their own, or those of the groups to which they lead.
const shown = ({ everyday: { meanings } }, groups) => {
  const all = groups.flatMap((group) => (meanings[group].leads.length ? meanings[group].leads : [group]));
  return [...new Set(all.map((group) => meanings[group].shown))];
};

// Whether some text holds all words of a phrase. If none does, an everyday phrase means something else than its words
// alone: `shared drive` has to do with no car.
const standTogether = (index, phrase) => {
  const { starts, slots, weights } = index;
  let common = null;
  for (const { candidates } of phrase) {
    const here = new Set();
    for (const [term, quality] of candidates) {
      if (quality < weights.form) continue;
      for (let at = starts[term]; at < starts[term + 1]; at++) {
        if (!common || common.has(slots[at])) here.add(slots[at]);
      }
    }
    if (!here.size) return false;
    common = here;
  }
  return true;
};

// The groups of a phrase; a single word may stand in another form, and words may be written together or apart. A word
// that says little means what it means in the page's language, or nothing.
const groupsOf = (index, phrase) => {
  const { keys, lists, own, together } = index.everyday;
  const key = phrase.map(({ folded }) => folded).join(" ");
  if (phrase.length === 1 && phrase[0].worth < index.weights.first) {
    return own.has(key) ? { groups: own.get(key), surely: true } : null;
  }
  const one = key.replaceAll(" ", "");
  for (const text of [key, one]) {
    const place = search.lowerBound(keys, text);
    if (keys[place] === text) return { groups: lists[place], surely: true };
  }
  const at = search.lowerBound(together.keys, one);
  if (together.keys[at] === one) return { groups: lists[together.places[at]], surely: true };
  if (phrase.length > 1) return groupsOfForms(index, phrase);
  const [unit] = phrase;
  const found = groupsOfForm(index, unit) ?? groupsOfSlip(index, unit);
  if (found || search.surest(unit.candidates) >= index.weights.counted) return found;
  return groupsOfTypo(index, key);
};

// The groups of a word that stands in another form in the table.
const groupsOfForm = (index, unit) => {
  const { keys, lists, together } = index.everyday;
  const key = unit.folded;
  // A word of which but the beginning is typed need not be the everyday word that begins so.
  const begun = unit.open && goesOn(index, unit);
  if (key.length < 4 || (begun && key.length < 7)) return null;
  let best = index.weights.form - 1;
  let found = null;
  for (const at of index.beginning(keys, key.slice(0, 3))) {
    if (keys[at].length <= 3 || keys[at].includes(" ") || (begun && keys[at].startsWith(key))) continue;
    const quality = search.likeness(key, keys[at]);
    if (quality > best) [best, found] = [quality, { groups: lists[at] }];
  }
  if (found) return found;
  // A phrase that was written as one word; a much longer one is not meant.
  for (const at of index.beginning(together.keys, key.slice(0, 3))) {
    if (together.keys[at].length > key.length + 1) continue;
    if (search.likeness(key, together.keys[at]) >= index.weights.form) return { groups: lists[together.places[at]] };
  }
  return null;
};

// The groups of a phrase whose words stand in other forms in the table.
const groupsOfForms = (index, phrase) => {
  const { keys, lists } = index.everyday;
  const isForm = (word, place) => {
    const { folded } = phrase[place];
    if (word === folded) return true;
    return Math.min(word.length, folded.length) > 3 && search.likeness(folded, word) >= index.weights.form;
  };
  for (const at of index.beginning(keys, phrase[0].folded.slice(0, 3))) {
    const words = keys[at].split(" ");
    if (words.length === phrase.length && words.every(isForm)) return { groups: lists[at] };
  }
  return null;
};

// A slip in a word of the catalog that stands in the table, too, means what that means.
const groupsOfSlip = (index, unit) => {
  const { keys, lists } = index.everyday;
  let most = 0;
  let best = -1;
  for (const [term, quality] of unit.candidates) {
    if (quality > most || (quality === most && term < best)) [most, best] = [quality, term];
  }
  if (most < index.weights.guess || !unit.guesses.has(best)) return null;
  const place = search.lowerBound(keys, index.folded[best]);
  return keys[place] === index.folded[best] ? { groups: lists[place] } : null;
};

// Whether the index has words that go on like one.
const goesOn = (index, { folded, candidates }) => {
  for (const term of candidates.keys()) {
    if (index.folded[term].length > folded.length + 1 && index.folded[term].startsWith(folded)) return true;
  }
  return false;
};

// The groups of a word that is a slip or two away from one of the table.
const groupsOfTypo = (index, word) => {
  const { keys, lists, letters } = index.everyday;
  // Two slips in a shorter word make another word.
  const most = word.length < 9 ? 1 : 2;
  const bits = search.letters(word);
  let best = most + 1;
  let found = null;
  if (word.length < 5) return found;
  for (let at = search.lowerBound(keys, word[0]); keys[at]?.[0] === word[0]; at++) {
    const key = keys[at];
    if (Math.abs(key.length - word.length) > most || search.bitCount(bits ^ letters[at]) > 2 * most) continue;
    if (key.includes(" ")) continue;
    const slips = search.distance(word, key, most, false);
    if (slips >= 0 && slips < best) [best, found] = [slips, { groups: lists[at] }];
  }
  return found;
};

// The texts that groups mean, and those to which they lead.
const meantBy = (index, groups) => {
  const { meanings } = index.everyday;
  const all = new Set(groups.flatMap((group) => [group, ...meanings[group].leads]));
  const meant = [...all].map((group) => (meanings[group].texts ??= textsOf(index, meanings[group].targets)));
  return meant.filter(({ most }) => most);
};

// The texts in which all words of one of the phrases stand, with how surely, and how surely at most.
const textsOf = (index, targets) => {
  const sure = new Uint8Array(index.texts.entry.length);
  const texts = [];
  const take = (text, quality) => {
    if (!sure[text]) texts.push(text);
    if (quality > sure[text]) sure[text] = quality;
  };
  for (const { words, own } of targets) {
    if (words.length > 1) {
      for (const [text, quality] of textsOfAll(index, words, own)) take(text, quality);
    } else {
      eachText(index, words[0], own, take);
    }
  }
  const qualities = Uint8Array.from(texts, (text) => sure[text]);
  return { texts, qualities, most: qualities.reduce((a, b) => Math.max(a, b), 0) };
};

// The texts that hold a word of the table.
const eachText = (index, word, own, take) => {
  for (const [term, quality] of meantWords(index, word)) {
    for (let at = index.starts[term]; at < index.starts[term + 1]; at++) {
      if (index.mayBeMeant(index.slots[at], own)) take(index.slots[at], quality);
    }
  }
};

// The texts that hold all words of a phrase.
const textsOfAll = (index, words, own) => {
  let common = null;
  for (const word of words) {
    const here = new Map();
    eachText(index, word, own, (text, quality) => {
      if (!common || common.has(text)) search.add(here, text, Math.min(quality, common?.get(text) ?? quality));
    });
    common = here;
  }
  return common;
};

// The words of the index that a word of the table means. Abbreviations mean themselves.
const meantWords = (index, word) => {
  const found = new Map();
  search.beginnings(index, { written: word, folded: word }, found);
  const least = word.length < 4 ? index.weights.folded : index.weights.form;
  return [...found].filter(([, quality]) => quality >= least);
};
