// Asks the page's clock without a page: calendars and questions come in as JSON, the answers go out.
// `node ask.mjs clock.js < questions.json`: [{data, asked: [{at, time}]}] → [[{open, change, pauses, starts, due}]],
// every instant in seconds since the epoch.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const script = process.argv[2];
runInThisContext(readFileSync(script, "utf8"), { filename: script });
const { luukku } = globalThis;

const answers = JSON.parse(readFileSync(0, "utf8")).map(({ data, asked }) => {
  const spans = new luukku.Spans(data);
  return asked.map(({ at, time }) => {
    const turnaround = luukku.turnaround(time);
    const { open = null, change = null } = spans.state(at) ?? {};
    return {
      open,
      change,
      pauses: spans.pauses(at).flatMap(({ start, end }) => [start, end]),
      starts: spans.clockStarts(at),
      due: spans.add(at, turnaround),
      always: turnaround.at === undefined ? luukku.addAlways(at, turnaround) : null,
    };
  });
});
process.stdout.write(JSON.stringify(answers));
