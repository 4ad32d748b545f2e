// Calls back now and at the beginning of every minute, as long as somebody looks at the page. Of a long list only the
// first are called at once, those on the first screen; the others a few at a time, so that the page answers in between.
const luukku = (globalThis.luukku ??= {});
const AT_ONCE = 24;
const AT_A_TIME = 8;
const callbacks = new Set();
const waiting = [];
let timer;

const now = () => Math.floor(Date.now() / 1000);

const tick = () => {
  clearTimeout(timer);
  if (!callbacks.size || document.hidden) return;
  callbacks.forEach((callback) => callback(now()));
  timer = setTimeout(tick, 60000 - (Date.now() % 60000));
};

const callSome = () => {
  for (const callback of waiting.splice(0, AT_A_TIME)) if (callbacks.has(callback)) callback(now());
  if (waiting.length) setTimeout(callSome);
};

// Returns what ends it.
luukku.everyMinute = (callback) => {
  if (!callbacks.size) {
    document.addEventListener("visibilitychange", tick);
    clearTimeout(timer);
    timer = setTimeout(tick, 60000 - (Date.now() % 60000));
  }
  callbacks.add(callback);
  if (callbacks.size <= AT_ONCE) callback(now());
  else if (waiting.push(callback) === 1) setTimeout(callSome);
  return () => {
    callbacks.delete(callback);
    if (!callbacks.size) document.removeEventListener("visibilitychange", tick);
  };
};
