// One page through every mode and every engine that needs a browser.
import { readFileSync } from "node:fs";

import { alfa } from "./engines/alfa.mjs";
import { SOURCE as AXE, axe } from "./engines/axe.mjs";
import { ALWAYS, MEDIA, ON_SCREEN, PLAN } from "./modes.mjs";
import * as journeys from "./probes/journeys.mjs";

const PROBES = readFileSync(new URL("./probes/page.js", import.meta.url), "utf8");
const HEIGHT = 800;

/**
 * Looks at the page at `url` in every mode. Returns the findings: `{ engine, mode, text }`. `only` tells which engines and probes
 * are asked, all of them if not given.
 *
 * Without scripts: the page is loaded with scripts off and compared with itself with scripts on. Where nothing differs in
 * the document, every engine would judge the same document under the same styles, so they run once; where anything
 * does (a page with a script of its own), they run on both.
 */
export async function visit(browser, url, { leaves = false, plan = PLAN, only = () => true } = {}) {
  const findings = [];
  for (const [key, steps] of Object.entries(plan)) {
    const width = Number(key);
    const off = await load(browser, url, { width, scripts: false });
    if (leaves) {
      // Its script goes on to another page, which is looked at in its own right.
      await everyMedium(off, `${width} px, no JS`, findings, only);
      await off.context.close();
      continue;
    }
    const on = await load(browser, url, { width, scripts: true });
    const same = on.source === off.source;
    await everyMedium(on, `${width} px`, findings, only);
    if (!same) await everyMedium(off, `${width} px, no JS`, findings, only);
    note(findings, "probe", `${width} px, no JS`, journeys.lost(on.text, off.text, "without JavaScript"), "noScriptLosesNothing");
    note(findings, "probe", `${width} px, no JS`, journeys.lost(on.words, off.words, "without JavaScript"), "noScriptLosesNothing");
    await walk(on, asked(steps, only), findings);
    await off.context.close();
    await on.context.close();
  }
  return findings;
}

async function load(browser, url, { width, scripts }) {
  const context = await browser.newContext({ viewport: { width, height: HEIGHT }, reducedMotion: "reduce", isMobile: false });
  const page = await context.newPage();
  const heard = [];
  const origin = new URL(url).origin;
  page.on("console", (message) => heard.push(`console: ${message.text().slice(0, 160)}`));
  page.on("pageerror", (error) => heard.push(`script: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith("data:")) heard.push(`asks elsewhere: ${request.url()}`);
  });
  // Scripts are off while the page loads and on again for the engines: what the page's own would have done is never done.
  const protocol = await context.newCDPSession(page);
  if (!scripts) await protocol.send("Emulation.setScriptExecutionDisabled", { value: true });
  const response = await page.goto(url, { waitUntil: "load" });
  if (!scripts) await protocol.send("Emulation.setScriptExecutionDisabled", { value: false });
  const source = await page.evaluate(() => document.documentElement.outerHTML);
  await page.evaluate(PROBES);
  const text = await page.evaluate(() => readable());
  const words = await page.evaluate(() => readableWithLinks());
  return { context, page, url, heard, source, text, words, status: response?.status() };
}

// Of what takes its time, what is asked for.
const asked = (steps, only) => ({
  journeys: steps.journeys.filter(only),
  alfa: only("alfa") ? steps.alfa : [],
  keyboard: only("keyboard") ? steps.keyboard : {},
  unstyled: steps.unstyled && only("unstyled"),
});

async function everyMedium({ page, text, heard }, where, findings, only) {
  if (only("axe")) await page.evaluate(AXE);
  for (const [medium, emulated] of Object.entries(MEDIA)) {
    await page.emulateMedia(emulated);
    const mode = `${medium}, ${where}`;
    const names = (medium === "print" ? ALWAYS : [...ALWAYS, ...ON_SCREEN]).filter(only);
    const found = await page.evaluate((list) => list.map((name) => [name, probes[name]()]), names);
    found.forEach(([name, complaints]) => note(findings, "probe", mode, complaints, name));
    // axe knows nothing of forced colours.
    if (medium !== "forced" && only("axe")) note(findings, "axe", mode, await axe(page));
    if (medium === "print") note(findings, "probe", mode, journeys.lost(text, await page.evaluate(() => readable()), "on paper"), "printLosesNothing");
  }
  await page.emulateMedia(MEDIA.light);
  note(findings, "probe", where, heard, "nothingFromElsewhere");
}

// What takes its time or changes the page; without styles comes last, as it cannot be undone.
async function walk({ page, url, text }, steps, findings) {
  const where = `${page.viewportSize().width} px`;
  const journey = async (name, ...more) => note(findings, "probe", where, await journeys[name](page, ...more), name);
  for (const name of steps.journeys.filter((name) => name !== "skipLink")) await journey(name);
  for (const medium of steps.alfa) {
    await page.emulateMedia(MEDIA[medium]);
    note(findings, "alfa", `${medium}, ${where}`, await alfa(page, medium));
  }
  // Where the Tab key starts is remembered by the page; another page in between makes it forget.
  const afresh = async () => {
    await page.goto("about:blank");
    await page.goto(url);
    await page.evaluate(PROBES);
  };
  await page.emulateMedia(MEDIA.light);
  if (steps.journeys.includes("skipLink")) {
    await afresh();
    await journey("skipLink");
  }
  for (const [medium, screenshots] of Object.entries(steps.keyboard)) {
    await page.emulateMedia(MEDIA[medium]);
    await afresh();
    await journey("keyboard", { screenshots });
  }
  if (steps.unstyled) await journey("unstyled", text);
}

function note(findings, engine, mode, texts, probe) {
  texts.forEach((text) => findings.push({ engine, mode, text: probe ? `${probe}: ${text}` : text }));
}
