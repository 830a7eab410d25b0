// Proves that the gate can fail: pages and sources with one fault each, and who finds it. The table in docs/accessibility.md is what is found
// here; `--write` writes it, otherwise the two have to agree.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import * as files from "../engines/static.mjs";
import { launch } from "../lib/browser.mjs";
import { serve } from "../lib/server.mjs";
import { HOSHIN } from "../lib/sites.mjs";
import { ALWAYS, BRIEF, ON_SCREEN } from "../modes.mjs";
import { visit } from "../visit.mjs";
import { PAGES } from "./pages.mjs";
import { BASE, SOURCES } from "./sources.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const DOCUMENT = fileURLToPath(new URL("../../../docs/accessibility.md", import.meta.url));
const ENGINES = ["vnu", "html-validate", "lychee", "axe", "alfa"];
const JOURNEYS = ["textSpacing", "largeText", "paper", "skipLink", "keyboard", "unstyled", "printLosesNothing", "noScriptLosesNothing", "nothingFromElsewhere"];
const complaints = [];

const work = mkdtempSync(join(tmpdir(), "hoshin-broken-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

// ---- pages

const cases = [{ fault: "", name: "base" }, ...PAGES.map((page, i) => ({ ...page, name: String(i + 1).padStart(2, "0") }))];
for (const { name, fault, file, from, to } of cases) {
  const folder = join(work, name);
  mkdirSync(folder);
  for (const beside of ["zu.svg", "keikaku.pdf", "list.html", "text.js"]) copyFileSync(here(beside), join(folder, beside));
  for (const [source, target] of [["base.html", "index.html"], ["style.css", "style.css"]]) {
    const text = readFileSync(here(source), "utf8");
    if (source === file && text.split(from).length !== 2) complaints.push(`「${fault}」: what it replaces is not there exactly once`);
    writeFileSync(join(folder, target), source === file ? text.replace(from, () => to) : text);
  }
}

const caught = new Map(cases.map(({ name }) => [name, new Map()]));
const catches = (name, engine, text) => {
  const by = caught.get(name);
  by.set(engine, [...(by.get(engine) ?? []), text]);
};

const reading = Promise.all(
  Object.entries({ vnu: files.vnu, "html-validate": files.htmlValidate, lychee: files.lychee }).map(async ([engine, judge]) => {
    for (const { file, text } of await judge(engine === "lychee" ? cases.map(({ name }) => join(work, name)) : [work])) {
      const [name, ...rest] = relative(work, file).split("/");
      if (rest[0] !== "list.html") catches(name, engine, text);
    }
  }),
);
const server = await serve(work);
const browser = await launch();
const queue = [...cases];
const worker = async () => {
  for (let item = queue.shift(); item; item = queue.shift()) {
    const found = await visit(browser, `${server.origin}/${item.name}/`, { plan: BRIEF });
    found.forEach(({ engine, text }) => catches(item.name, engine, text));
  }
};
await Promise.all([worker(), worker()]);
await browser.close();
await reading;
server.close();

const probeOf = (text) => text.split(":")[0];
for (const [engine, texts] of caught.get("base")) complaints.push(`the page without a fault: ${engine}: ${[...new Set(texts)].slice(0, 3).join(" / ")}`);
const rows = PAGES.map(({ fault }, i) => {
  const by = caught.get(cases[i + 1].name);
  if (by.size === 0) complaints.push(`nobody finds: ${fault}`);
  const probes = [...new Set((by.get("probe") ?? []).map(probeOf))];
  return `| ${fault} | ${ENGINES.map((engine) => (by.has(engine) ? "✓" : "")).join(" | ")} | ${probes.map((probe) => `\`${probe}\``).join(", ")} |`;
});
const able = new Set([...caught.values()].flatMap((by) => (by.get("probe") ?? []).map(probeOf)));
[...ALWAYS, ...ON_SCREEN, ...JOURNEYS].filter((probe) => !able.has(probe)).forEach((probe) => complaints.push(`the probe ${probe} finds none of the faults: nothing shows that it can fail`));
ENGINES.filter((engine) => ![...caught.values()].some((by) => by.has(engine))).forEach((engine) => complaints.push(`${engine} finds none of the faults`));

// ---- sources

const check = (text) => {
  const site = mkdtempSync(join(work, "site-"));
  mkdirSync(join(site, "content/r8"), { recursive: true });
  writeFileSync(join(site, "content/site.yaml"), "title: 見本市の方針\ncity: 見本市\nbase_url: https://mihon.example/\n");
  writeFileSync(join(site, "content/r8/zu.svg"), readFileSync(here("zu.svg")));
  writeFileSync(join(site, "content/r8/a.md"), `---\ntitle: 見本部の運営方針\nkind: 計画\nfiscal_year: R8\nstatus: published\n---\n\n${text}`);
  try {
    return JSON.parse(execFileSync(HOSHIN, ["check", "--site", site, "--format", "json", "--now", "2026-05-01"], { stdio: ["ignore", "pipe", "ignore"] }));
  } catch (failed) {
    return JSON.parse(failed.stdout);
  }
};
// That a picture lies unused beside the text, or that an address is new, is no fault of it.
const faults = (text) => check(text).findings.filter(({ severity }) => severity !== "info");
faults(BASE).forEach(({ code }) => complaints.push(`the source without a fault: ${code}`));
const sources = SOURCES.map(({ fault, code, text }) => {
  const found = check(text).findings.find((finding) => finding.code === code);
  if (!found) complaints.push(`hoshin does not find: ${fault} (${code})`);
  return `| ${fault} | \`${code}\` | ${found ? `${found.start.line}:${found.start.column}` : ""} |`;
});

// ---- the table

const tables = [
  `| page with one fault | ${ENGINES.join(" | ")} | probes |`,
  `|---|${ENGINES.map(() => ":-:").join("|")}|---|`,
  ...rows,
  "",
  "| source with one fault | found as | line:column |",
  "|---|---|---|",
  ...sources,
].join("\n");
const [START, END] = ["<!-- what catches what: written and checked by tests/a11y/broken/prove.mjs -->\n", "\n<!-- end -->"];
const page = readFileSync(DOCUMENT, "utf8");
const [before, rest] = page.split(START);
const [now, after] = rest.split(END);
if (process.argv.includes("--write")) writeFileSync(DOCUMENT, `${before}${START}${tables}${END}${after}`);
else if (now !== tables) {
  const told = new Set(now.split("\n"));
  complaints.push(...tables.split("\n").filter((line) => !told.has(line)).map((line) => `docs/accessibility.md does not say: ${line}`));
}

complaints.forEach((text) => console.log(`  ${text}`));
console.log(`${PAGES.length} broken pages and ${SOURCES.length} broken sources: ${complaints.length} complaints.`);
process.exitCode = complaints.length === 0 ? 0 : 1;
