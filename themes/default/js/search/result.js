// What is shown of one result, and in which order results stand.
const { luukku } = globalThis;
const search = (luukku.search ??= {});

const BEST = 3;

const element = (name, attributes = {}, ...content) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content.filter((part) => part !== null && part !== ""));
  return made;
};

search.element = element;

// The best ones whatever they are, then the others kind by kind.
search.grouped = (finder, cards) => {
  const groups = [{ name: finder.text.best, cards: cards.slice(0, BEST) }];
  finder.text.kinds.forEach((name, kind) => {
    const of = cards.slice(BEST).filter(({ entry }) => finder.index.entries[entry].kind === kind);
    if (of.length) groups.push({ name, cards: of });
  });
  return groups.filter((group) => group.cards.length);
};

// Name, where it belongs, whether it is open, and what it promises.
search.describe = (finder, card) => {
  const { kind, retired } = finder.index.entries[card.entry];
  const facts = [finder.text.kind[kind], card.within, card.promise, retired ? finder.text.retired : ""];
  const note = element("small", { class: "search-result__note" }, facts.filter(Boolean).join(" · "));
  const open = retired ? null : opening(finder, card);
  return [element("span", { class: "search-result__name" }, card.name), note, open].filter(Boolean);
};

// What can be called now goes before when a closed desk opens.
const opening = (finder, card) => {
  const isOnlyLine = finder.isLineOpen(card) && !finder.isDeskOpen(card);
  if (isOnlyLine) return element("b", { class: "search-result__line" }, finder.text.line);
  return card.calendar ? element("open-now", { "data-calendar": card.calendar[0] }) : null;
};

// The first way to reach somebody, as a link that says whom.
search.channel = (card) => {
  if (!card.channel) return null;
  const [kind, name, href] = card.channel;
  if (!href) return element("span", { class: "search-channel", "data-kind": kind }, name);
  const whom = element("span", { class: "visually-hidden" }, `: ${card.name}`);
  const parts = element("span", {}, ...breakable(name));
  return element("a", { class: "search-channel", "data-kind": kind, href }, parts, whom);
};

// An address breaks where its parts do.
const breakable = (name) =>
  name.split(/(?<=[@.])(?=\p{L})/u).flatMap((part, place) => (place ? [element("wbr"), part] : [part]));

// Everyday words, and what was looked for instead.
search.told = (told) =>
  told
    .filter(({ shown }) => shown.length)
    .map(({ typed, shown }) => element("p", { class: "search-told" }, `${typed} → ${shown.join(", ")}`));

// What to do when nothing fits: front desks, and a way to tell us.
search.comfort = (finder, query) => {
  return [
    element("p", {}, finder.text.nothing),
    element(
      "ul",
      { class: "search-desks" },
      ...finder.manifest.desks.map(([name, page]) =>
        element("li", {}, element("a", { href: finder.href(page) }, name)),
      ),
    ),
    ...search.tell(finder, query),
  ];
};

// A way to tell what was not found, where the company has one.
search.tell = (finder, query) => {
  const report = finder.report(query);
  return report ? [element("p", {}, element("a", { href: report }, finder.text.report))] : [];
};
