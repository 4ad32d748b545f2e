// Calls back now and at the beginning of every minute, as long as somebody looks at the page.
const luukku = (globalThis.luukku ??= {});
const callbacks = new Set();
let timer;

const now = () => Math.floor(Date.now() / 1000);

const tick = () => {
  clearTimeout(timer);
  if (!callbacks.size || document.hidden) return;
  callbacks.forEach((callback) => callback(now()));
  timer = setTimeout(tick, 60000 - (Date.now() % 60000));
};

// Returns what ends it.
luukku.everyMinute = (callback) => {
  if (!callbacks.size) document.addEventListener("visibilitychange", tick);
  callbacks.add(callback);
  callback(now());
  clearTimeout(timer);
  timer = setTimeout(tick, 60000 - (Date.now() % 60000));
  return () => {
    callbacks.delete(callback);
    if (!callbacks.size) document.removeEventListener("visibilitychange", tick);
  };
};
