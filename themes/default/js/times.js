// Instants in words, in the page's language, by the clock of those who keep them. The words are those of
// <template data-clock-words>.
const luukku = (globalThis.luukku ??= {});
const DAY = 86400;
const words = { ...document.querySelector("[data-clock-words]")?.dataset };

luukku.words = words;

luukku.fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// Made when it is first needed, and only once.
const format = (options) => {
  let made;
  return (at, east) => {
    made ??= new Intl.DateTimeFormat(words.locale, { ...options, timeZone: "UTC" });
    return made.format((at + east) * 1000);
  };
};
const reader = (at) => new Date(at * 1000).getTimezoneOffset() * -60;
const there = (at, spans) => spans?.offset(at) ?? reader(at);
const dayNumber = (at, east) => Math.floor((at + east) / DAY);
const clock = format({ timeStyle: "short" });
const date = format({ weekday: "short", day: "numeric", month: "short" });

// By the clock there: times are told as those see them who keep them.
luukku.time = (at, spans) => clock(at, there(at, spans));
luukku.date = (at, spans) => date(at, there(at, spans));

// How many dates after today; no number where today is another date there than here.
luukku.daysAhead = (at, now, spans) => {
  const today = dayNumber(now, there(now, spans));
  return today === dayNumber(now, reader(now)) ? dayNumber(at, there(at, spans)) - today : NaN;
};

// "today at 14:20", "Mon 23 Nov at 12:00"
luukku.when = (at, now, spans) => {
  const day = [words.todayAt, words.tomorrowAt][luukku.daysAhead(at, now, spans)] ?? words.dayAt;
  return luukku.fill(day, { day: luukku.date(at, spans), time: luukku.time(at, spans) });
};

// " (12:20 where you are)", where the reader's clock shows something else; else nothing.
luukku.here = (at, spans, { here } = words) => {
  const [east, own] = [there(at, spans), reader(at)];
  if (east === own) return "";
  const now = Date.now() / 1000;
  const isToday = dayNumber(at, own) === dayNumber(now, reader(now));
  const other = isToday ? words.hereToday : words.hereOn;
  const template = dayNumber(at, east) === dayNumber(at, own) ? here : other;
  return ` (${luukku.fill(template, { day: date(at, own), time: clock(at, own) })})`;
};

// <time> with the instant in RFC 3339, by the service's clock.
luukku.timeElement = (at, now, spans) => {
  const element = document.createElement("time");
  const east = there(at, spans) / 60;
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const zone = `${east < 0 ? "-" : "+"}${two(Math.abs(east) / 60)}:${two(Math.abs(east) % 60)}`;
  element.dateTime = new Date((at + east * 60) * 1000).toISOString().slice(0, 19) + zone;
  element.textContent = luukku.when(at, now, spans);
  return element;
};
