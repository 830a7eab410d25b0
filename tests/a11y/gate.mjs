// The gate: every engine and every probe over one page of every kind, in every mode. Prints what it found, page by page, and ends with 1
// if that is anything at all.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import * as files from "./engines/static.mjs";
import { lighthouse } from "./engines/lighthouse.mjs";
import { address, pages, representatives } from "./kinds.mjs";
import { launch } from "./lib/browser.mjs";
import { report } from "./lib/report.mjs";
import { serve } from "./lib/server.mjs";
import { build } from "./lib/sites.mjs";
import { MEDIA, PLAN, QUICK } from "./modes.mjs";
import { fromTheDisk } from "./probes/disk.mjs";
import { weight } from "./probes/weight.mjs";
import { visit } from "./visit.mjs";

const isQuick = process.argv.includes("--quick");
const plan = isQuick ? QUICK : PLAN;
const began = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

const sites = build();
const every = sites.flatMap(pages);
const { chosen, complaints } = representatives(every);
const findings = complaints.map((text) => ({ page: "kinds", engine: "kinds", mode: "", text }));

// What reads files runs beside the browser: a JVM, a thread, a small program.
const reading = Promise.all(
  Object.entries({ vnu: files.vnu, "html-validate": files.htmlValidate, lychee: files.lychee }).map(async ([engine, judge]) => {
    const found = await judge(sites.map(({ root }) => root));
    found.forEach(({ file, text }) => findings.push({ page: nameOf(file), engine, mode: "", text }));
  }),
);

const servers = new Map();
for (const site of sites) servers.set(site, await serve(site.root, site.folder));
const url = (page) => servers.get(page.site).origin + address(page);

// What is looked at is the page that was meant, not the one for what is not there.
for (const page of chosen) {
  const served = await (await fetch(url(page))).text();
  if (served !== readFileSync(join(page.site.root, page.site.folder, page.file), "utf8")) throw new Error(`${url(page)} is not ${page.file}`);
}

const browser = await launch();
const queue = [...chosen];
const worker = async () => {
  for (let page = queue.shift(); page; page = queue.shift()) {
    const found = await visit(browser, url(page), { ...page.kind, plan });
    findings.push(...found.map((finding) => ({ page: `${page.site.name}: ${page.file}`, ...finding })));
  }
};
await Promise.all([worker(), worker()]);
const documents = chosen.filter(({ kind }) => kind.name === "document");
for (const page of [chosen[0], documents[0]]) {
  findings.push(...(await fromTheDisk(browser, join(page.site.root, page.site.folder, page.file))).map((text) => ({ page: page.file, engine: "probe", mode: "file://", text })));
}
// The sample's document has every element there is; a document as cities write them is what has to be light.
const own = documents.find(({ site, file }) => site.name === "own" && file.startsWith("r8/"));
findings.push(...(await weight(browser, url(own))).map((text) => ({ page: own.file, engine: "probe", mode: "390 px", text })));
await browser.close();
await reading;

const looked = seconds(began);
if (!isQuick) {
  const home = every.find(({ site, file }) => site.name === "own" && file === "index.html");
  for (const page of [home, documents[0]]) {
    findings.push(...(await lighthouse(url(page))).map((text) => ({ page: page.file, engine: "lighthouse", mode: "", text })));
  }
}
servers.forEach(({ close }) => close());

console.log(`${every.length} pages read by vnu, html-validate and lychee; ${chosen.length} pages, one of each kind and every document, in`);
console.log(`${Object.keys(MEDIA).join(", ")} × ${Object.keys(plan).join(", ")} px × JavaScript on and off (${looked}; with Lighthouse ${seconds(began)}).`);
process.exitCode = report(findings) ? 1 : 0;

function nameOf(file) {
  const site = sites.find(({ root }) => file.startsWith(root));
  return site ? `${site.name}: ${file.slice(join(site.root, site.folder).length + 1)}` : file;
}
