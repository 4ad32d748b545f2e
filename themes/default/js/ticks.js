// What of a journey is ticked and when its day 1 is, as this device keeps it: {ticked, date}. Storage may be blocked:
// a list then works and forgets. `told` is an element that says that ticks are kept.
const luukku = (globalThis.luukku ??= {});
const place = (journey) => `luukku/journey/${journey}`;

luukku.kept = (journey, told) => {
  try {
    const kept = JSON.parse(localStorage.getItem(place(journey))) ?? {};
    told.hidden = false;
    return kept;
  } catch {
    return {};
  }
};

luukku.keep = (journey, told, kept) => {
  try {
    localStorage.setItem(place(journey), JSON.stringify(kept));
  } catch {
    told.hidden = true;
  }
};
