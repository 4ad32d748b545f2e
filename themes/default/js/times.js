// Instants in words, in the page's language and the reader's own time zone. The words are those of
// <template data-clock-words>.
const luukku = (globalThis.luukku ??= {});
const DAY = 86400;
const words = document.querySelector("[data-clock-words]")?.dataset ?? {};

luukku.words = words;

luukku.fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const formats = new Map();
const format = (at, options) => {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(words.locale, options));
  return formats.get(key).format(at * 1000);
};
const reader = (at) => new Date(at * 1000).getTimezoneOffset() * -60;
const dayNumber = (at, east) => Math.floor((at + east) / DAY);

luukku.time = (at) => format(at, { timeStyle: "short" });

// How many dates after the reader's today.
luukku.daysAhead = (at, now) => dayNumber(at, reader(at)) - dayNumber(now, reader(now));

luukku.date = (at, east = reader(at)) =>
  format(at + east, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

// "today at 14:20", "Mon 23 Nov at 12:00"
luukku.when = (at, now) => {
  const day = [words.todayAt, words.tomorrowAt][luukku.daysAhead(at, now)] ?? words.dayAt;
  return luukku.fill(day, { day: luukku.date(at), time: luukku.time(at) });
};

// What the clock there shows.
luukku.timeThere = (at, spans) => format(at + spans.offset(at), { timeStyle: "short", timeZone: "UTC" });

// What the service's own clock shows, where it differs from the reader's; else nothing.
luukku.serviceTime = (at, spans) => {
  const east = spans?.offset(at) ?? reader(at);
  if (east === reader(at)) return "";
  const time = format(at + east, { timeStyle: "short", timeZone: "UTC" });
  const sameDay = dayNumber(at, east) === dayNumber(at, reader(at));
  const shown = sameDay ? time : luukku.fill(words.dayAt, { day: luukku.date(at, east), time });
  return luukku.fill(words.serviceTime, { time: shown });
};

// <time> with the instant in RFC 3339, by the service's clock.
luukku.timeElement = (at, now, spans) => {
  const element = document.createElement("time");
  const east = (spans?.offset(at) ?? reader(at)) / 60;
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const zone = `${east < 0 ? "-" : "+"}${two(Math.abs(east) / 60)}:${two(Math.abs(east) % 60)}`;
  element.dateTime = new Date((at + east * 60) * 1000).toISOString().slice(0, 19) + zone;
  element.textContent = luukku.when(at, now);
  return element;
};
