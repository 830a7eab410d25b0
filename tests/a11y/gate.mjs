// The gate: every engine and every probe over one page of every kind, in every mode. Prints what it found, page by page, and ends with 1
// if that is anything at all.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { alfaJudge } from "./engines/alfa.mjs";
import { lighthouse } from "./engines/lighthouse.mjs";
import * as files from "./engines/static.mjs";
import { address, pages, representatives } from "./kinds.mjs";
import { launch } from "./lib/browser.mjs";
import { timed, times } from "./lib/clock.mjs";
import { report } from "./lib/report.mjs";
import { serve } from "./lib/server.mjs";
import { build } from "./lib/sites.mjs";
import { MEDIA, PLAN } from "./modes.mjs";
import { fromTheDisk } from "./probes/disk.mjs";
import { weight } from "./probes/weight.mjs";
import { visit, visitor } from "./visit.mjs";

// More tabs than processors, so that none is idle while a tab waits.
const TABS = 3;

const sites = await timed("build", build);
const every = sites.flatMap(pages);
const { chosen, complaints } = representatives(every);
const findings = complaints.map((text) => ({ page: "kinds", engine: "kinds", mode: "", text }));
const note = (place, texts) => findings.push(...texts.map((text) => ({ mode: "", ...place, text })));

// What reads files runs beside the browser: a JVM, a thread, a small program.
const reading = Promise.all(
  Object.entries({ vnu: files.vnu, "html-validate": files.htmlValidate, lychee: files.lychee }).map(async ([engine, judge]) => {
    const found = await timed(engine, () => judge(sites.map(({ root }) => root)));
    found.forEach(({ file, text }) => note({ page: nameOf(file), engine }, [text]));
  }),
);

const servers = new Map();
for (const site of sites) servers.set(site, await serve(site.root, site.folder));
const url = (page) => servers.get(page.site).origin + address(page);
const onDisk = ({ site, file }) => join(site.root, site.folder, file);

// What is looked at is the page that was meant, not the one for what is not there.
for (const page of chosen) {
  const served = await (await fetch(url(page))).text();
  if (served !== readFileSync(onDisk(page), "utf8")) throw new Error(`${url(page)} is not ${page.file}`);
}

const documents = chosen.filter(({ kind }) => kind.name === "document");
const own = (path) => chosen.find(({ site, file }) => site.name === "own" && path.test(file));
const browser = await launch();
const judge = alfaJudge();
const seen = new Set();
const judged = [];
// The longest pages first, so that none is left over at the end.
const queue = [
  // The sample's document has every element there is; a document as cities write them is what has to be light.
  async () => note({ page: own(/^r8\//).file, engine: "probe", mode: "390 px" }, await weight(browser, url(own(/^r8\//)))),
  ...[chosen[0], documents[0]].map((page) => async () => note({ page: page.file, engine: "probe", mode: "file://" }, await fromTheDisk(browser, onDisk(page)))),
  ...chosen.toSorted((a, b) => b.bytes - a.bytes).map((page) => async (who) => {
    const { found } = await visit(who, { url: url(page), ...page.kind });
    const name = `${page.site.name}: ${page.file}${page.kind.query ?? ""}`;
    judged.push(found.then((all) => findings.push(...all.map((finding) => ({ page: name, ...finding })))));
  }),
];
const worker = async () => {
  const who = await visitor(browser, { judge, seen });
  for (let task = queue.shift(); task; task = queue.shift()) await task(who);
};
const slow = [own(/^index\.html$/), documents[0]];
const speed = (async () => {
  const scores = [];
  for (const page of slow) scores.push(await timed("lighthouse", () => lighthouse(url(page))));
  return scores;
})();
await Promise.all([...Array.from({ length: TABS }, worker), reading]);
await browser.close();
await Promise.all(judged);
await judge.close();
// Beside all that, a page can seem slower than it is: what is not full is measured again, in quiet. Other work on the machine only ever makes a
// page slower, so one full score among three shows what the page can do.
const QUIET_RUNS = 3;
for (const [i, first] of (await speed).entries()) {
  let texts = first;
  for (let run = 0; run < QUIET_RUNS && texts.length > 0; run += 1) {
    texts = await timed("lighthouse again", () => lighthouse(url(slow[i])));
  }
  note({ page: slow[i].file, engine: "lighthouse" }, texts);
}
servers.forEach(({ close }) => close());

console.log(`${every.length} pages read by vnu, html-validate and lychee; ${chosen.length} pages, one of each kind and every document that shows something of its own, in`);
console.log(`${Object.keys(MEDIA).join(", ")} × ${Object.keys(PLAN).join(", ")} px × JavaScript on and off; Lighthouse on home and the longest document.`);
console.log(`${(performance.now() / 1000).toFixed(0)} s; of these, side by side: ${times()}.`);
process.exitCode = report(findings) ? 1 : 0;

function nameOf(file) {
  const site = sites.find(({ root }) => file.startsWith(root));
  return site ? `${site.name}: ${file.slice(join(site.root, site.folder).length + 1)}` : file;
}
