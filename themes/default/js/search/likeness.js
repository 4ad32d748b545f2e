// How alike two words are, of 100.
const search = ((globalThis.luukku ??= {}).search ??= {});

// The very word.
search.EXACT = 100;

// Letters that stand for each other where a stem meets its endings.
const ALTERNATE = new Set(["td", "dt", "pv", "vp", "kg", "gk"]);

// Where Finnish stems change before an ending, by what is left of both: `sopimus` and `sopimuksen`, `sijainen` and
// `sijaisen`, `tulostin` and `tulostimen`, `vieras` and `vieraan`.
const STEMS = [
  ["s", "ks"],
  ["nen", "s"],
  ["n", "m"],
  ["s", "d"],
  ["s", "tt"],
  ["s", "a"],
];

// So many letters of an ending may follow there.
const LONGEST_ENDING = 4;

// Endings of short Polish words: `buty` and `butami`.
const SHORT_ENDINGS = new Set(["a", "e", "i", "o", "u", "y", "ow", "om", "ami", "ach", "em"]);

// How alike two words are that begin alike: up to a short ending each, they are forms of one word. Stems may change
// a little on the way: `kortti`, `kortin`; `pöytä`, `pöydän`.
search.likeness = (word, term) => {
  let [at, to, cost] = [0, 0, 0];
  while (at < word.length && to < term.length) {
    if (word[at] === term[to]) {
      at++;
      to++;
    } else if (at < 3 || cost) break;
    else if (term[to] === term[to - 1] && term[to + 1] === word[at]) {
      to++;
      cost = 4;
    } else if (word[at] === word[at - 1] && word[at + 1] === term[to]) {
      at++;
      cost = 4;
    } else if (ALTERNATE.has(word[at] + term[to]) && at + 1 < word.length && word[at + 1] === term[to + 1]) {
      at++;
      to++;
      cost = 6;
    } else break;
  }
  const [left, over] = [word.length - at, term.length - to];
  const ends = left + over;
  const shared = Math.min(at, to);
  const longer = shared + Math.max(left, over);
  const share = Math.floor((shared * 100) / longer);
  if (ends === 0) return cost ? 92 - cost : search.EXACT;
  const quality = stemLikeness(word, term, { shared, left, over, longer, share });
  return quality ? quality - cost : 0;
};

const changes = (ending, other) =>
  STEMS.some(([from, to]) => ending === from && other.startsWith(to) && other.length <= to.length + LONGEST_ENDING);

const stemLikeness = (word, term, { shared, left, over, longer, share }) => {
  const ends = left + over;
  if (!left) {
    const typing = 50 + Math.floor((share * 40) / 100);
    return shared > 3 && ends <= 3 ? Math.max(typing, 94 - 2 * ends) : typing;
  }
  if (!over && shared > 3 && ends <= 4) {
    return ends > 2 && ends + 1 >= shared ? Math.floor((share * 80) / 100) : 94 - 5 * ends;
  }
  // A vowel for another, and short endings: `resa` and `rese`, `hasło` and `hasłem`.
  const vowels = left === 1 && over === 1 && /^[aeiouy]{2}$/.test(word.at(-1) + term.at(-1));
  if (shared > 2 && longer > 3 && vowels) return 86;
  if (shared > 2 && left && over) {
    const [ending, other] = [word.slice(-left), term.slice(-over)];
    if (shared === 3 && longer > 3 && SHORT_ENDINGS.has(ending) && SHORT_ENDINGS.has(other)) return 76;
    if (shared > 3 && (changes(ending, other) || changes(other, ending))) return 84;
  }
  if (shared > 3 && left <= 2 && over <= 3) return 82 - 3 * ends;
  const alike = shared >= 3 && shared * 10 >= longer * 6 && (shared > 3 || longer <= 5);
  if (alike) return 30 + Math.floor((share * 55) / 100);
  return shared >= 5 && shared * 2 >= longer ? Math.floor((share * 80) / 100) : 0;
};
