// Working time on the open spans of a calendar: the rules of the program's own clock, word for word.
// Knows no page. Instants are whole seconds since the epoch; `null` means "not within the horizon".
const luukku = (globalThis.luukku ??= {});
const MINUTE = 60;
const DAY = 86400;
const LONGEST_PAUSE = 2 * 60 * MINUTE;

luukku.Spans = class Spans {
  #from;
  #until;
  #offsets; // {from, until, east}
  #spans = []; // {start, end, day}
  #days = []; // {midnight, spans}: an opening day; its midnight as the wall shows it
  #runs = []; // {start, end}: spans that touch or overlap, as one

  // As the build writes a calendar: see CalendarData.
  constructor({ from, until, offsets, steps, walk }) {
    this.#from = from * MINUTE;
    this.#until = until * MINUTE;
    this.#offsets = offsets.map(([at, east], place) => ({
      from: place ? (from + at) * MINUTE : -Infinity,
      until: offsets[place + 1] ? (from + offsets[place + 1][0]) * MINUTE : Infinity,
      east: east * MINUTE,
    }));
    let end = this.#from;
    let midnight = Math.floor(this.#wall(end) / DAY) * DAY;
    for (const place of walk) {
      const [gap, length, dates] = steps[place];
      const start = end + gap * MINUTE;
      end = start + length * MINUTE;
      midnight += dates * DAY;
      this.#push(start, end, midnight);
    }
  }

  #push(start, end, midnight) {
    // The rest of a night that closed times have cut can begin after the next day has opened.
    let place = this.#days.findLastIndex((day) => day.midnight <= midnight);
    if (this.#days[place]?.midnight !== midnight) this.#days.splice(++place, 0, { midnight, spans: [] });
    const day = this.#days[place];
    const span = { start, end, day };
    day.spans.push(span);
    this.#spans.push(span);
    const run = this.#runs.at(-1);
    if (run && start <= run.end) run.end = Math.max(run.end, end);
    else this.#runs.push({ start, end });
  }

  // Whether it is open, and when that changes; `change` is null when that is not known.
  state(at) {
    if (!this.#knows(at)) return null;
    const run = this.#runAfter(at);
    const open = run !== undefined && run.start <= at;
    const change = run && (open ? run.end : run.start);
    return { open, change: change < this.#until ? change : null };
  }

  // The pauses from now on until it closes for the day, {start, end}: closed times of at most two hours between two
  // openings of one day. That in which it is now stands first.
  pauses(at) {
    const pauses = [];
    if (!this.#knows(at)) return pauses;
    let place = this.#runs.findIndex((run) => at < run.end);
    // Closed: what comes behind the opening before matters, where it is a pause.
    if (at < this.#runs[place]?.start) place -= 1;
    for (; this.#isPause(this.#runs[place], this.#runs[place + 1]); place += 1) {
      pauses.push({ start: this.#runs[place].end, end: this.#runs[place + 1].start });
    }
    return pauses;
  }

  #isPause(before, after) {
    if (!before || !after || after.start - before.end > LONGEST_PAUSE || after.start >= this.#until) return false;
    const { day } = this.#spans.find((span) => span.start === after.start);
    return day.spans.some((span) => span.end === before.end);
  }

  // When the clock starts for somebody who asks: at once, or at the next opening.
  clockStarts(asked) {
    if (!this.#knows(asked)) return null;
    const run = this.#runAfter(asked);
    return run ? Math.max(run.start, asked) : null;
  }

  // When so many opening days and, after them, so many open minutes have passed; or at which time of day it is due.
  add(asked, { days, minutes, at: time, askedBy }) {
    let at = this.clockStarts(asked);
    if (at !== null && time !== undefined) return this.#byDayTime(asked, at, { days, time, askedBy });
    if (at !== null && days) at = this.#addDays(at, days);
    if (at !== null && minutes) at = this.#addOpen(at, minutes * MINUTE);
    return at;
  }

  // Seconds east of UTC.
  offset(at) {
    return this.#offsets.find((offset) => at < offset.until).east;
  }

  #knows(at) {
    return this.#from <= at && at < this.#until;
  }

  #runAfter(at) {
    return this.#runs.find((run) => at < run.end);
  }

  #addOpen(at, seconds) {
    for (const run of this.#runs) {
      const begin = Math.max(run.start, at);
      if (begin >= run.end) continue;
      // What is used up exactly at closing time is due then.
      if (begin + seconds <= run.end) return begin + seconds <= this.#until ? begin + seconds : null;
      seconds -= run.end - begin;
    }
    return null;
  }

  #addDays(start, days) {
    const first = this.#dayOf(start);
    const day = this.#knownDay(this.#days.indexOf(first) + days);
    return first && day ? this.#dueOn(day, Math.max(0, this.#wall(start) - first.midnight)) : null;
  }

  // Who asks too late has the next opening day as the first one; nothing is due before it can be begun.
  #byDayTime(asked, start, { days, time, askedBy }) {
    const begun = this.#days.indexOf(this.#dayOf(start));
    if (begun < 0) return null;
    let first = begun;
    if (askedBy !== undefined) {
      // Who asks in time has that very day, even when it has closed by then.
      const today = Math.floor(this.#wall(asked) / DAY) * DAY;
      const sameDay = this.#days.findLastIndex((day, place) => place < begun && day.midnight === today);
      if (start !== asked && sameDay >= 0) first = sameDay;
      const day = this.#days[first];
      if (asked > this.#instant(day.midnight + this.#timeOf(day, askedBy))) first += 1;
    }
    for (let place = first + days; ; place += 1) {
      const day = this.#knownDay(place);
      const due = day ? this.#dueOn(day, this.#timeOf(day, time)) : null;
      if (due === null || due >= start) return due;
    }
  }

  #dayOf(at) {
    return this.#spans.findLast((span) => span.start <= at && at < span.end)?.day;
  }

  #knownDay(place) {
    const day = this.#days[place];
    return day && day.spans[0].start < this.#until ? day : null;
  }

  // Seconds since a day's midnight: in the night that begins on it, beyond 24 hours.
  #timeOf(day, minute) {
    const seconds = minute * MINUTE;
    const next = this.#instant(day.midnight + seconds + DAY);
    const before = this.#instant(day.midnight + seconds) < day.spans[0].start;
    return before && day.spans.some((span) => span.start <= next && next <= span.end) ? seconds + DAY : seconds;
  }

  #dueOn(day, seconds) {
    const due = this.#instant(day.midnight + seconds);
    if (this.#runAfter(due)?.start <= due) return due;
    // Not open at that time of day: the last closing before it on that day, or else the opening.
    return (day.spans.findLast((span) => span.end <= due)?.end) ?? day.spans[0].start;
  }

  // What the clock on the wall shows, counted like an instant.
  #wall(at) {
    return at + this.offset(at);
  }

  // The first instant at which the wall shows that time or a later one.
  #instant(wall) {
    const offset = this.#offsets.find(({ until, east }) => wall - east < until);
    return Math.max(offset.from, wall - offset.east);
  }
};

// When a promise is due, in the catalog's notation: `1d 4h 30m`, `{days: 0, at: "16:00", asked_by: "14:00"}`.
luukku.turnaround = (text) => {
  const clock = (key) => {
    const [, hour, minute] = text.match(`${key}: "(\\d+):(\\d+)"`) ?? [];
    return hour && Number(hour) * 60 + Number(minute);
  };
  if (text.startsWith("{")) {
    return { days: Number(text.match(/\d+/)), at: clock("at"), askedBy: clock("asked_by") };
  }
  const part = (unit) => Number(text.match(`(\\d+)${unit}`)?.[1] ?? 0);
  return { days: part("d"), minutes: part("h") * 60 + part("m") };
};

// The same when the clock never stops: a day is 24 hours.
luukku.addAlways = (asked, { days, minutes }) => asked + days * DAY + minutes * MINUTE;

// The calendar of that number, where the page has brought it.
const known = new Map();
luukku.spans = (number) => {
  const data = luukku.calendars?.[number];
  if (data && !known.has(number)) known.set(number, new luukku.Spans(data));
  return known.get(number);
};
