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

// How many letters must be added, left out, changed or swapped with their neighbour, if at most `most`; else -1.
// With `open`, what follows in the longer word is free.
search.distance = (from, to, most, open) => {
  const width = Math.min(to.length, from.length + most);
  if (from.length > width + most || (!open && to.length > width)) return -1;
  let before = new Array(width + 1).fill(0);
  let above = Array.from(before, (_, at) => at);
  let row = new Array(width + 1).fill(0);
  for (let i = 0; i < from.length; i++) {
    let least = (row[0] = i + 1);
    for (let j = 0; j < width; j++) {
      let cost = Math.min(above[j] + (from[i] === to[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1);
      if (i && j && from[i] === to[j - 1] && from[i - 1] === to[j]) cost = Math.min(cost, before[j - 1] + 1);
      row[j + 1] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return -1;
    [before, above, row] = [above, row, before];
  }
  const found = open ? Math.min(...above) : above[width];
  return found <= most ? found : -1;
};
