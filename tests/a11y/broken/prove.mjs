// Proves that the gate can fail: pages and sources with one fault each, and who finds it. The table in docs/accessibility.md says who;
// each of those is asked and has to find it. `--write` asks everyone and writes the table.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { alfaJudge } from "../engines/alfa.mjs";
import * as files from "../engines/static.mjs";
import { launch } from "../lib/browser.mjs";
import { serve } from "../lib/server.mjs";
import { HOSHIN } from "../lib/sites.mjs";
import { ALWAYS, BRIEF, OF_THE_DOCUMENT, ON_SCREEN } from "../modes.mjs";
import { visit, visitor } from "../visit.mjs";
import { PAGES } from "./pages.mjs";
import { BASE, SOURCES } from "./sources.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const DOCUMENT = fileURLToPath(new URL("../../../docs/accessibility.md", import.meta.url));
const ENGINES = ["vnu", "html-validate", "lychee", "axe", "alfa"];
const OF_FILES = ["vnu", "html-validate", "lychee"];
const JOURNEYS = ["textSpacing", "largeText", "paper", "skipLink", "keyboard", "unstyled", "printLosesNothing", "noScriptLosesNothing", "nothingFromElsewhere"];
const complaints = [];

const work = mkdtempSync(join(tmpdir(), "hoshin-broken-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

const WRITE = process.argv.includes("--write");
const [START, END] = ["<!-- faults and the judges that find them: written and checked by tests/a11y/broken/prove.mjs -->\n", "\n<!-- end -->"];
const told = readFileSync(DOCUMENT, "utf8").split(START)[1].split(END)[0].split("\n");

/** Who finds a fault, as the table says: engines and probes. */
function finders(fault) {
  const [, , ...cells] = (told.find((line) => line.startsWith(`| ${fault} |`)) ?? "").split("|").map((cell) => cell.trim());
  return new Set([...ENGINES.filter((_, i) => cells[i] === "✓"), ...(cells[ENGINES.length] ?? "").match(/\w+/g) ?? []]);
}

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
const judge = alfaJudge();
const judged = [];
const queue = [...cases];
const worker = async () => {
  const who = await visitor(browser, { judge });
  for (let item = queue.shift(); item; item = queue.shift()) {
    const asked = finders(item.fault);
    const only = WRITE || !item.fault ? () => true : (name) => asked.has(name);
    if (!WRITE && item.fault && [...asked].every((name) => OF_FILES.includes(name))) continue;
    const { found } = await visit(who, { url: `${server.origin}/${item.name}/` }, { plan: BRIEF, only });
    judged.push(found.then((all) => all.forEach(({ engine, text }) => catches(item.name, engine, text))));
  }
};
await Promise.all([worker(), worker(), worker()]);
await browser.close();
await Promise.all(judged);
await judge.close();
await reading;
server.close();

const probeOf = (text) => text.split(":")[0];
for (const [engine, texts] of caught.get("base")) complaints.push(`the page without a fault: ${engine}: ${[...new Set(texts)].slice(0, 3).join(" / ")}`);
const rows = PAGES.map(({ fault }, i) => {
  const by = caught.get(cases[i + 1].name);
  if (by.size === 0) complaints.push(`nobody finds: ${fault}`);
  const probes = [...new Set((by.get("probe") ?? []).map(probeOf))];
  const found = new Set([...by.keys(), ...probes]);
  const lost = [...finders(fault)].filter((name) => !found.has(name));
  if (!WRITE) complaints.push(...lost.map((name) => `${name} no longer finds: ${fault}`));
  return `| ${fault} | ${ENGINES.map((engine) => (by.has(engine) ? "✓" : "")).join(" | ")} | ${probes.map((probe) => `\`${probe}\``).join(", ")} |`;
});
const able = new Set([...caught.values()].flatMap((by) => (by.get("probe") ?? []).map(probeOf)));
[...OF_THE_DOCUMENT, ...ALWAYS, ...ON_SCREEN, ...JOURNEYS].filter((probe) => !able.has(probe)).forEach((probe) => complaints.push(`the probe ${probe} finds none of the faults: nothing shows that it can fail`));
ENGINES.filter((engine) => ![...caught.values()].some((by) => by.has(engine))).forEach((engine) => complaints.push(`${engine} finds none of the faults`));

// ---- sources

// One run over a site with a document for each text; its findings, by document.
const check = (texts) => {
  const site = mkdtempSync(join(work, "site-"));
  mkdirSync(join(site, "content/r8"), { recursive: true });
  writeFileSync(join(site, "content/site.yaml"), "title: 見本市の方針\ncity: 見本市\nbase_url: https://mihon.example/\n");
  writeFileSync(join(site, "content/r8/zu.svg"), readFileSync(here("zu.svg")));
  texts.forEach((text, i) => writeFileSync(join(site, `content/r8/a${i}.md`), `---\ntitle: 見本部の運営方針\nkind: 計画\nfiscal_year: R8\nstatus: published\n---\n\n${text}`));
  let answer;
  try {
    answer = execFileSync(HOSHIN, ["check", "--site", site, "--format", "json", "--now", "2026-05-01"], { stdio: ["ignore", "pipe", "ignore"] });
  } catch (failed) {
    answer = failed.stdout;
  }
  const { findings } = JSON.parse(answer);
  return texts.map((_, i) => findings.filter(({ path }) => path === `content/r8/a${i}.md`));
};
// That an address is new is no fault of a text.
check([BASE])[0].filter(({ severity }) => severity !== "info").forEach(({ code }) => complaints.push(`the source without a fault: ${code}`));
const found = check(SOURCES.map(({ text }) => text));
const sources = SOURCES.map(({ fault, code }, i) => {
  const finding = found[i].find((one) => one.code === code);
  if (!finding) complaints.push(`hoshin does not find: ${fault} (${code})`);
  return `| ${fault} | \`${code}\` | ${finding ? `${finding.start.line}:${finding.start.column}` : ""} |`;
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
if (WRITE) {
  const page = readFileSync(DOCUMENT, "utf8");
  const [before, rest] = page.split(START);
  writeFileSync(DOCUMENT, `${before}${START}${tables}${END}${rest.split(END)[1]}`);
} else {
  const known = (line) => told.some((row) => row.startsWith(line.split(" |")[0] + " |"));
  complaints.push(...tables.split("\n").filter((line) => line && !line.startsWith("|--") && !known(line)).map((line) => `docs/accessibility.md does not have: ${line} (run prove.mjs --write)`));
  complaints.push(...sources.filter((row) => !told.includes(row)).map((row) => `docs/accessibility.md does not say: ${row}`));
}

complaints.forEach((text) => console.log(`  ${text}`));
console.log(`${PAGES.length} broken pages and ${SOURCES.length} broken sources: ${complaints.length} complaints.`);
process.exitCode = complaints.length === 0 ? 0 : 1;
