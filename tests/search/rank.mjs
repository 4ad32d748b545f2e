// Ranks the queries of the fixture with the theme's own scripts, and says where the order differs from the program's.
// usage: node rank.mjs SCRIPTS FIXTURE
import { readFileSync, readdirSync } from "node:fs";
import { runInThisContext } from "node:vm";

const [scripts, fixture] = process.argv.slice(2);
const own = ["text.js", "index.js", "likeness.js", "candidates.js", "query.js", "rank.js"];
const missing = own.filter((name) => !readdirSync(scripts).includes(name));
if (missing.length) throw new Error(`no ${missing} in ${scripts}`);
const code = own.map((name) => `{\n${readFileSync(`${scripts}/${name}`, "utf8")}\n}\n`);
runInThisContext(`"use strict";\n${code.join("")}`);

const { search } = globalThis.luukku;
const { index, later, queries } = JSON.parse(readFileSync(fixture, "utf8"));
const ready = await search.Index.read(index);
for (const [add, written] of later) await ready[add](written);
let wrong = 0;
for (const { query, audience, hits, told } of queries) {
  const ranked = search.rank(ready, query, audience ?? -1);
  const found = JSON.stringify(ranked.hits.map(({ entry, score }) => [entry, score]));
  const meant = JSON.stringify(ranked.told.map(({ typed, shown }) => [typed, shown]));
  if (found === JSON.stringify(hits) && meant === JSON.stringify(told)) continue;
  wrong++;
  console.log(`${query}\n  program ${JSON.stringify(hits)} ${JSON.stringify(told)}\n  browser ${found} ${meant}`);
}
console.log(`${queries.length} queries, ${wrong} in another order`);
process.exit(wrong ? 1 : 0);
