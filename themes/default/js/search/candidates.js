// Which words of the index a typed word may mean, and how surely of 100.
const search = ((globalThis.luukku ??= {}).search ??= {});

const EXACT = 100;

search.add = (found, key, quality) => {
  if (!(found.get(key) >= quality)) found.set(key, quality);
};

search.candidates = (index, typed, open) => {
  const found = new Map();
  search.beginnings(index, typed, found);
  const known = search.surest(found) >= index.weights.folded;
  if (!known && !/^\d*$/.test(typed.folded) && typed.folded.length >= 4) {
    typos(index, typed.folded, open, found);
    insides(index, typed.folded, found);
  }
  // A common word is meant by itself, hardly ever by another.
  for (const [term, quality] of found) {
    const other = index.folded[term];
    const worth = index.worth(other);
    const meant = worth < 100 && other !== typed.folded;
    const sure = meant ? Math.floor((quality * Math.min(worth, index.weights.common)) / 100) : quality;
    if (sure >= index.weights.least) found.set(term, sure);
    else found.delete(term);
  }
  return found;
};

search.surest = (found) => {
  let best = 0;
  for (const quality of found.values()) if (quality > best) best = quality;
  return best;
};

// Words, and later parts of compounds, that begin alike.
search.beginnings = (index, { written, folded }, found) => {
  const least = folded.length < 4 ? folded.length : Math.max(3, folded.length >> 1);
  const start = folded.slice(0, least);
  for (const term of index.beginning(index.folded, start)) {
    let quality = search.likeness(folded, index.folded[term]);
    if (quality === EXACT && index.written[term] !== written) quality = index.weights.folded;
    if (quality) search.add(found, term, quality);
  }
  if (folded.length < 3) return;
  for (const place of index.beginning(index.tails, start)) {
    const quality = search.likeness(folded, index.tails[place]);
    if (quality) search.add(found, index.tailTerms[place], Math.floor((quality * index.weights.tail) / 100));
  }
};

// How alike two words are that begin alike: up to a short ending each, they are forms of one word.
search.likeness = (word, term) => {
  const longer = Math.max(word.length, term.length);
  let shared = 0;
  while (shared < longer && word[shared] === term[shared]) shared++;
  const ends = word.length + term.length - 2 * shared;
  const share = Math.floor((shared * 100) / longer);
  if (ends === 0) return EXACT;
  if (shared === word.length) {
    const typing = 50 + Math.floor((share * 40) / 100);
    return shared > 3 && ends <= 3 ? Math.max(typing, 94 - 2 * ends) : typing;
  }
  if (shared === term.length && shared > 3 && ends <= 4) return 94 - 5 * ends;
  const alike = shared >= 3 && shared * 10 >= longer * 6 && (shared > 3 || longer <= 5);
  // A vowel for another, and short endings: `resa` and `rese`, `hasło` and `hasłem`.
  const vowels = ends === 2 && word.length === term.length && /^[aeiouy]{2}$/.test(word[shared] + term[shared]);
  if (shared > 2 && longer > 3 && vowels) return 86;
  if (shared > 3 && word.length - shared <= 2 && term.length - shared <= 3) return 82 - 3 * ends;
  const stem = shared >= 5 && shared * 2 >= longer;
  if (alike) return 30 + Math.floor((share * 55) / 100);
  return stem ? Math.floor((share * 80) / 100) : 0;
};

// Words that are a slip or two away.
const typos = (index, word, open, found) => {
  const bits = search.letters(word);
  const most = word.length < 6 ? 1 : 2;
  const quality = (slips) => 90 - Math.floor((90 * slips) / word.length);
  for (let term = 0; term < index.folded.length; term++) {
    const other = index.folded[term];
    const others = index.letters[term];
    if (other.length + most < word.length || other.length < 3 || search.bitCount(bits & ~others) > most) continue;
    if (other.length <= word.length + most && search.bitCount(bits ^ others) <= 2 * most) {
      const slips = search.distance(word, other, most, false);
      if (slips >= 0) {
        search.add(found, term, quality(slips));
        continue;
      }
    }
    if (open && word.length >= 5 && other.length > word.length) {
      const slips = search.distance(word, other, 1, true);
      if (slips >= 0) search.add(found, term, Math.floor((quality(slips) * index.weights.typing) / 100));
    }
  }
};

// Words that hold the typed one somewhere behind their beginning.
const insides = (index, word, found) => {
  const bits = search.letters(word);
  for (let term = 0; term < index.folded.length; term++) {
    const other = index.folded[term];
    if (other.length < word.length + 3 || bits & ~index.letters[term] || !other.includes(word, 3)) continue;
    search.add(found, term, other.endsWith(word) ? index.weights.ending : index.weights.inside);
  }
};
