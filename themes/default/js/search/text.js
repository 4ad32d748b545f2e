// Words as people type them, folded as the build folds them.
const search = ((globalThis.luukku ??= {}).search ??= {});

// Letters that do not fall apart into a plain one and a mark.
const PLAIN = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };

search.fold = (word) => {
  if (/^[\0-@[-\x7f]*$/.test(word)) return word;
  const apart = word.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return apart.replace(/[łøđðħıßæœþ]/g, (letter) => PLAIN[letter]);
};

search.words = (text) => text.toLowerCase().split(/[^\p{Alphabetic}\p{N}\u0300-\u036f]+/u).filter(Boolean);

// Which letters a word has, as bits.
search.letters = (word) => {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
};

search.bitCount = (bits) => {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};

// Rows of the table of distances, as long as the longest word so far.
let rows = [];

// How many letters must be added, left out, changed or swapped with their neighbour, if at most `most`; else -1.
// With `open`, what follows in the longer word is free.
search.distance = (from, to, most, open) => {
  const width = Math.min(to.length, from.length + most);
  if (from.length > width + most || (!open && to.length > width)) return -1;
  if (!(rows[0]?.length > width)) rows = [0, 1, 2].map(() => new Uint16Array(width + 32));
  let [before, above, row] = rows;
  for (let at = 0; at <= width; at++) above[at] = at;
  for (let i = 0; i < from.length; i++) {
    const letter = from.charCodeAt(i);
    let least = (row[0] = i + 1);
    for (let j = 0; j < width; j++) {
      const other = to.charCodeAt(j);
      let cost = above[j] + (letter === other ? 0 : 1);
      if (above[j + 1] < cost) cost = above[j + 1] + 1;
      if (row[j] < cost) cost = row[j] + 1;
      if (i && j && letter === to.charCodeAt(j - 1) && from.charCodeAt(i - 1) === other && before[j - 1] < cost) {
        cost = before[j - 1] + 1;
      }
      row[j + 1] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return -1;
    [before, above, row] = [above, row, before];
  }
  let found = above[width];
  if (open) for (let at = 0; at < width; at++) if (above[at] < found) found = above[at];
  return found <= most ? found : -1;
};
