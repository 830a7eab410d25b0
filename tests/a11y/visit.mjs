// One page through every mode and every engine that needs a browser.
import { alfaInput } from "./engines/alfa.mjs";
import { SOURCE as AXE, axe, drawing } from "./engines/axe.mjs";
import { timed } from "./lib/clock.mjs";
import { go, openTab, resize } from "./lib/tab.mjs";
import { ALWAYS, MEDIA, OF_THE_DOCUMENT, ON_SCREEN, PLAN } from "./modes.mjs";
import * as journeys from "./probes/journeys.mjs";

/** Who looks: a tab with scripts, one without, the thread of Alfa, and what the keyboard has been seen to do on earlier pages. */
export async function visitor(browser, { judge, seen = new Set() }) {
  return { on: await openTab(browser), off: await openTab(browser), judge, seen };
}

/**
 * Looks at a page in every mode. `place`: its `url`; `ready`, see `go`; `leaves`, when its script goes on to another page, which is looked at in
 * its own right; `isMade`, when it is its script that makes it, so that without one it is another page. Returns when the tabs are free again, with
 * a promise of the findings, for which Alfa may still be judging: `{ found: Promise<[{ engine, mode, text }]> }`. `only` tells which engines and probes are asked, all of them if not given.
 *
 * The page is loaded with scripts off and compared with itself with scripts on. Where nothing differs in the document, every engine
 * would judge the same document under the same styles, so they run once, and a change of width needs no other load: a document without a
 * script has no memory of the width it was loaded at. Where anything differs, they run on both, and each width is loaded afresh.
 */
export async function visit({ on, off, judge, seen }, place, { plan = PLAN, only = () => true } = {}) {
  const findings = [];
  const look = { findings, only, judge, seen, judged: [] };
  const widths = Object.keys(plan).map(Number);
  const [first] = widths;
  // Of a broken page, only if somebody asks for what there is without scripts.
  const isCompared = !place.isMade && (place.leaves || only("noScriptLosesNothing"));
  if (isCompared) await timed("load", () => go(off, place, { width: first, scripts: false }));
  if (!place.leaves) await timed("load", () => go(on, place, { width: first, scripts: true }));
  const isSame = !place.leaves && isCompared && (await source(on)) === (await source(off));
  const looked = [
    ...(place.leaves ? [] : [{ tab: on, scripts: true, js: "" }]),
    ...(!isCompared || isSame ? [] : [{ tab: off, scripts: false, js: ", no JS" }]),
  ];
  // Where the Tab key starts is remembered by a page, so that it is pressed first of all.
  if (!place.leaves && only("skipLink")) await skip(on, first, findings);
  for (const { tab, js } of looked) await structure({ ...look, tab, js });
  for (const width of widths) {
    const where = `${width} px`;
    for (const { tab, scripts, js } of looked) {
      if (isSame || width === first) await resize(tab, width);
      else await timed("load", () => go(tab, place, { width, scripts }));
      await everyMedium({ ...look, tab, where: `${where}${js}` });
    }
    if (place.leaves) continue;
    if (isCompared) {
      await resize(off, width);
      note(findings, "probe", `${where}, no JS`, await timed("texts", () => withoutScripts(on, off)), "noScriptLosesNothing");
    }
    if (width !== first && only("skipLink")) {
      await journeys.fromTheStart(on.page);
      await skip(on, width, findings);
    }
    await walk({ ...look, tab: on, where }, asked(plan[width], only));
  }
  if (!place.leaves && only("unstyled")) note(findings, "probe", "", await journeys.unstyled(on.page), "unstyled");
  return { found: Promise.all(look.judged).then(() => findings) };
}

const source = ({ page }) => page.evaluate(() => document.documentElement.outerHTML);
const texts = ({ page }) => page.evaluate(() => [readable(), readableWithLinks()]);

// What can be read on the screen with scripts can be read without.
async function withoutScripts(on, off) {
  await off.page.emulateMedia(MEDIA.light);
  const [there, here] = [await texts(on), await texts(off)];
  return there.flatMap((text, i) => journeys.lost(text, here[i], "without JavaScript"));
}

// Of what takes its time, what is asked for.
const asked = (steps, only) => ({
  journeys: steps.journeys.filter(only),
  alfa: only("alfa") ? steps.alfa : [],
});

const ask = (page, names) => timed("probes", () => page.evaluate((list) => list.map((name) => [name, probes[name]()]), names));

const skip = async ({ page }, width, findings) => note(findings, "probe", `${width} px`, await timed("skipLink", () => journeys.skipLink(page)), "skipLink");

// What no mode can change.
async function structure({ tab, js, findings, only }) {
  const found = await ask(tab.page, OF_THE_DOCUMENT.filter(only));
  found.forEach(([name, complaints]) => note(findings, "probe", `every mode${js}`, complaints, name));
}

async function everyMedium({ tab: { page, heard }, where, findings, only }) {
  if (only("axe") && !(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  await page.emulateMedia(MEDIA.light);
  const text = await page.evaluate(() => readable());
  const inLight = only("axe") && (await drawing(page));
  for (const [medium, emulated] of Object.entries(MEDIA)) {
    await page.emulateMedia(emulated);
    const mode = `${medium}, ${where}`;
    const found = await ask(page, (medium === "print" ? ALWAYS : [...ALWAYS, ...ON_SCREEN]).filter(only));
    found.forEach(([name, complaints]) => note(findings, "probe", mode, complaints, name));
    // axe knows nothing of forced colours.
    if (medium !== "forced" && only("axe")) note(findings, "axe", mode, await timed("axe", async () => axe(page, { onlyColours: medium === "dark" && (await drawing(page)) === inLight })));
    if (medium === "print") note(findings, "probe", mode, journeys.lost(text, await page.evaluate(() => readable()), "on paper"), "printLosesNothing");
  }
  await page.emulateMedia(MEDIA.light);
  note(findings, "probe", where, heard, "nothingFromElsewhere");
}

// What takes its time or changes the page.
async function walk({ tab, where, findings, judge, judged, seen }, steps) {
  const { page, protocol } = tab;
  for (const medium of steps.alfa) {
    await page.emulateMedia(MEDIA[medium]);
    const input = await timed("alfa", () => alfaInput(page, medium));
    judged.push(timed("alfa, aside", () => judge.ask(input)).then((complaints) => note(findings, "alfa", `${medium}, ${where}`, complaints)));
  }
  await page.emulateMedia(MEDIA.light);
  for (const name of steps.journeys) note(findings, "probe", where, await timed(name, () => journeys[name](page, { protocol, seen })), name);
}

function note(findings, engine, mode, texts, probe) {
  texts.forEach((text) => findings.push({ engine, mode, text: probe ? `${probe}: ${text}` : text }));
}
