// Which words of the index a typed word may mean, and how surely of 100.
const search = ((globalThis.luukku ??= {}).search ??= {});

search.add = (found, key, quality) => {
  if (!(found.get(key) >= quality)) found.set(key, quality);
};

// So many typed words are remembered: whoever types a sentence asks for its words again with every letter.
const REMEMBERED = 64;

// Also gives those that are but guessed: a slip away, or inside of another word.
search.candidates = (index, typed) => {
  const key = typed.open ? `${typed.written}…` : typed.written;
  if (!index.remembered.has(key)) {
    if (index.remembered.size >= REMEMBERED) index.remembered.clear();
    index.remembered.set(key, look(index, typed));
  }
  const { candidates, guesses } = index.remembered.get(key);
  return { candidates: new Map(candidates), guesses };
};

const look = (index, typed) => {
  const candidates = new Map();
  const guesses = new Map();
  const { weights } = index;
  const { folded, open } = typed;
  // What says nothing means itself.
  if (!open && index.worth(folded) === index.filler) return { candidates: itself(index, typed), guesses };
  search.beginnings(index, typed, candidates);
  const known = search.surest(candidates) >= weights.folded;
  if (!known && !/^\d*$/.test(folded) && folded.length >= 4) {
    const goesOn = open && prefer(index, folded, candidates);
    typos(index, folded, open, guesses);
    insides(index, folded, guesses);
    for (const [term, quality] of guesses) {
      // What goes on like a word that is still being typed is meant, rather than what is a slip away.
      const sure = goesOn ? Math.floor((quality * weights.instead) / 100) : quality;
      if (candidates.get(term) >= sure) guesses.delete(term);
      else candidates.set(term, sure);
    }
  }
  // A common word is meant by itself, hardly ever by another.
  for (const [term, quality] of candidates) {
    const other = index.folded[term];
    const worth = index.worth(other);
    const meant = worth < 100 && other !== folded;
    const sure = meant ? Math.floor((quality * Math.min(worth, weights.common)) / 100) : quality;
    if (sure >= weights.least) candidates.set(term, sure);
    else candidates.delete(term);
  }
  return { candidates, guesses };
};

const itself = (index, { written, folded }) => {
  const found = new Map();
  for (let term = search.lowerBound(index.folded, folded); index.folded[term] === folded; term++) {
    found.set(term, index.written[term] === written ? search.EXACT : index.weights.folded);
  }
  return found;
};

// Whether words of the index go on like this one. If so, other forms of it are less likely.
const prefer = (index, word, found) => {
  const terms = [...found.keys()];
  if (!terms.some((term) => index.folded[term].startsWith(word))) return false;
  for (const term of terms) {
    if (index.folded[term].includes(word)) continue;
    found.set(term, Math.floor((found.get(term) * index.weights.other) / 100));
  }
  return true;
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
  for (let term = search.lowerBound(index.folded, start); index.folded[term]?.startsWith(start); term++) {
    let quality = search.likeness(folded, index.folded[term]);
    if (quality === search.EXACT && index.written[term] !== written) quality = index.weights.folded;
    if (quality) search.add(found, term, quality);
  }
  if (folded.length < 3) return;
  for (let place = search.lowerBound(index.tails, start); index.tails[place]?.startsWith(start); place++) {
    const quality = search.likeness(folded, index.tails[place]);
    if (quality) search.add(found, index.tailTerms[place], Math.floor((quality * index.weights.tail) / 100));
  }
};

// Words that are a slip or two away.
const typos = (index, word, open, found) => {
  const { folded, letters, weights } = index;
  const bits = search.letters(word);
  const most = word.length < 6 ? 1 : 2;
  const quality = (slips, other) => {
    const twice = slips > 1 ? weights.twice : 0;
    const initial = other[0] === word[0] ? 0 : weights.initial;
    return 90 - Math.floor((90 * slips) / word.length) - twice - initial;
  };
  for (let term = 0; term < folded.length; term++) {
    const missing = bits & ~letters[term];
    if (missing && search.bitCount(missing) > most) continue;
    const other = folded[term];
    if (other.length + most < word.length || other.length < 3) continue;
    if (other.length <= word.length + most && search.bitCount(bits ^ letters[term]) <= 2 * most) {
      const slips = search.distance(word, other, most, false);
      if (slips >= 0) {
        search.add(found, term, quality(slips, other));
        continue;
      }
    }
    if (open && word.length >= 5 && other.length > word.length) {
      const slips = search.distance(word, other, 1, true);
      if (slips >= 0) search.add(found, term, Math.floor((quality(slips, other) * weights.typing) / 100));
    }
  }
};

// Words that hold the typed one somewhere behind their beginning.
const insides = ({ folded, letters, weights }, word, found) => {
  const bits = search.letters(word);
  for (let term = 0; term < folded.length; term++) {
    if (bits & ~letters[term]) continue;
    const other = folded[term];
    if (other.length < word.length + 3 || !other.includes(word, 3)) continue;
    search.add(found, term, other.endsWith(word) ? weights.ending : weights.inside);
  }
};
