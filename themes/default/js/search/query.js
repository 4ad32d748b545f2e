// A query: its words, and what each of them may mean.
const search = ((globalThis.luukku ??= {}).search ??= {});

const MOST_WORDS = 16;
const SHORTEST_SPLIT = 6;
const SHORTEST_PART = 3;
const LONGEST_PHRASE = 5;

// Gives the words, and the everyday words among them with what was looked for instead.
search.units = (index, query) => {
  const written = search.words(query).slice(0, MOST_WORDS);
  const open = /[\p{Alphabetic}\p{N}]$/u.test(query);
  const units = written.map((word, place) => {
    const typed = { written: word, folded: search.fold(word) };
    const candidates = search.candidates(index, typed, open && place === written.length - 1);
    return { ...typed, worth: index.worth(typed.folded), candidates, meant: new Map() };
  });
  if (units.every((unit) => unit.worth === index.fillers)) for (const unit of units) unit.worth = 100;
  join(index, units);
  const told = index.everyday ? mean(index, units) : [];
  return { units: units.flatMap((unit) => split(index, unit)), told };
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
  const word = unit.folded;
  const { whole, head, rest, first: ofFirst, second: ofSecond, compound } = index.weights;
  if (search.surest(unit.candidates) >= whole || word.length < SHORTEST_SPLIT) return [unit];
  let best = null;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const bound = at > SHORTEST_PART && word[at - 1] === "s" ? 1 : 0;
    const pieces = [
      [word.slice(0, at - bound), ofFirst],
      [word.slice(at), ofSecond],
    ];
    const parts = pieces.map(([folded, share]) => {
      const typed = { written: folded, folded };
      const candidates = new Map();
      search.beginnings(index, typed, candidates);
      for (const [term, quality] of candidates) if (quality < head) candidates.delete(term);
      return { ...typed, worth: Math.floor((index.worth(folded) * share) / 100), candidates, meant: new Map() };
    });
    const [first, second] = parts.map(({ candidates }) => search.surest(candidates));
    if (first < head || second < rest) continue;
    const sum = first * at + second * (word.length - at);
    if (!best || sum > best.sum) best = { sum, parts };
  }
  if (!best) return [unit];
  if (!unit.candidates.size) return best.parts;
  return [{ ...unit, worth: Math.floor((unit.worth * compound) / 100) }, ...best.parts];
};

// Looks the words up in the table of everyday words, the longest phrases first.
const mean = (index, units) => {
  const said = units.filter((unit) => unit.worth > index.fillers);
  const told = [];
  for (let from = 0; from < said.length; ) {
    let length = Math.min(LONGEST_PHRASE, said.length - from);
    let groups;
    for (; length > 0; length--) {
      groups = groupsOf(index, said.slice(from, from + length).map((unit) => unit.folded));
      const unknown = length === 1 && search.surest(said[from].candidates) < index.weights.counted;
      if (!groups && unknown) groups = groupsOfTypo(index, said[from].folded);
      if (groups) break;
    }
    if (!groups) {
      from++;
      continue;
    }
    const phrase = said.slice(from, from + length);
    const texts = meantBy(index, groups);
    for (const unit of phrase) {
      const known = search.surest(unit.candidates) >= index.weights.folded;
      const sure = known ? index.weights.beside : index.weights.everyday;
      for (const [text, quality] of texts) unit.meant.set(text, Math.floor((quality * sure) / 100));
    }
    if (phrase.some((unit) => search.surest(unit.candidates) < index.weights.folded)) {
      told.push({ typed: phrase.map((unit) => unit.written).join(" "), shown: shown(index, groups) });
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

// The groups of a phrase; a single word may stand in another form.
const groupsOf = (index, phrase) => {
  const { keys, lists } = index.everyday;
  const key = phrase.join(" ");
  const place = search.lowerBound(keys, key);
  if (keys[place] === key) return lists[place];
  if (phrase.length > 1 || key.length < 4) return null;
  let best = index.weights.form - 1;
  let groups = null;
  for (const at of index.beginning(keys, key.slice(0, 3))) {
    if (keys[at].length <= 3 || keys[at].includes(" ")) continue;
    const quality = search.likeness(key, keys[at]);
    if (quality > best) [best, groups] = [quality, lists[at]];
  }
  return groups;
};

// The groups of a word that is a slip or two away from one of the table.
const groupsOfTypo = (index, word) => {
  const { keys, lists } = index.everyday;
  const most = word.length < 6 ? 1 : 2;
  let best = most + 1;
  let groups = null;
  if (word.length < 5) return groups;
  keys.forEach((key, at) => {
    if (key[0] !== word[0] || key.includes(" ")) return;
    const slips = search.distance(word, key, most, false);
    if (slips >= 0 && slips < best) [best, groups] = [slips, lists[at]];
  });
  return groups;
};

// The texts that groups mean, and those to which they lead.
const meantBy = (index, groups) => {
  const texts = new Map();
  const { meanings } = index.everyday;
  const all = [...groups, ...groups.flatMap((group) => meanings[group].leads)];
  for (const target of all.flatMap((group) => meanings[group].targets)) {
    let common = null;
    for (const word of target) {
      const here = new Map();
      for (const [term, quality] of meantWords(index, word)) {
        for (let at = index.starts[term]; at < index.starts[term + 1]; at++) {
          search.add(here, index.slots[at], quality);
        }
      }
      if (!common) {
        common = here;
        continue;
      }
      for (const [text, quality] of common) {
        if (here.has(text)) common.set(text, Math.min(quality, here.get(text)));
        else common.delete(text);
      }
    }
    for (const [text, quality] of common) search.add(texts, text, quality);
  }
  return texts;
};

// The words of the index that a word of the table means. Abbreviations mean themselves.
const meantWords = (index, word) => {
  const found = new Map();
  search.beginnings(index, { written: word, folded: word }, found);
  const least = word.length < 4 ? index.weights.folded : index.weights.form;
  return [...found].filter(([, quality]) => quality >= least);
};
