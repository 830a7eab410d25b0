// Behaviour that one look cannot show: what happens when keys are pressed, letters grow, or a style is taken away.
import { MEDIA, PAPER } from "../modes.mjs";

/** What the browser may be told to show larger or wider; an adopted sheet is not subject to the page's own policy. */
const withStyle = (page, css) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
const withoutStyle = (page) => page.evaluate(() => { document.adoptedStyleSheets = []; });
const ask = (page, names) => page.evaluate((list) => list.flatMap((name) => probes[name]().map((text) => `${name}: ${text}`)), names);
const FITS = ["sidewaysScrolling", "nothingCut", "nothingOverlaps"];

/** WCAG 1.4.12: the reader's own spacing, and nothing is lost. */
export async function textSpacing(page) {
  await withStyle(page, "* { line-height:1.5 !important; letter-spacing:.12em !important; word-spacing:.16em !important } p { margin-bottom:2em !important }");
  const found = await ask(page, FITS);
  await withoutStyle(page);
  return found;
}

/** WCAG 1.4.4: letters of 200 % (by the browser's own font size, not by zoom, which is a narrower screen), and nothing is lost. */
export async function largeText(page) {
  // Letters of a drawing are text, too (WCAG 1.4.4 leaves out captions and images of text only). They are as large as they are drawn: their
  // size in the units of the drawing, by how far all around them stretches a unit of height.
  const sizes = () => page.evaluate(() => {
    const scale = (element) => {
      const matrix = (element.getScreenCTM ? element : element.ownerSVGElement)?.getScreenCTM();
      return matrix ? Math.hypot(matrix.c, matrix.d) : 1;
    };
    return [...document.querySelectorAll("main *, footer *, header *")].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).map((e) => [e.outerHTML.slice(0, 60), Number.parseFloat(getComputedStyle(e).fontSize) * scale(e)]);
  });
  const before = await sizes();
  await withStyle(page, "html { font-size:200% !important }");
  const after = await sizes();
  // Headings are large already, and may grow less where they also follow the width of the screen.
  const least = (text) => (/^<h[12]/.test(text) ? 1.5 : 1.9);
  const small = after
    .map(([text, size], i) => ({ text, size, was: before[i][1] }))
    .filter(({ text, size, was }) => size < was * least(text))
    .map(({ text, size, was }) => `stays small (${was} to ${size} px): ${text}`);
  const found = await ask(page, FITS);
  await withoutStyle(page);
  return [...small.slice(0, 3), ...found];
}

/** On A4, nothing runs off the sheet. */
export async function paper(page) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: PAPER, height: 971 });
  await page.emulateMedia(MEDIA.print);
  const found = await ask(page, FITS);
  await page.setViewportSize(size);
  await page.emulateMedia(MEDIA.light);
  return found;
}

/** The Tab key starts before the text again, as on a page that has just been opened (but for an order of keys of its own). */
export const fromTheStart = (page) =>
  page.evaluate(() => {
    getSelection().removeAllRanges();
    if (location.hash) location.hash = "";
    const had = document.body.getAttribute("tabindex");
    document.body.tabIndex = -1;
    document.body.focus();
    if (had === null) document.body.removeAttribute("tabindex");
    else document.body.setAttribute("tabindex", had);
    scrollTo(0, 0);
  });

/** The skip link shows when it has the focus, and moves it into the text. */
export async function skipLink(page) {
  await page.keyboard.press("Tab");
  const shows = await page.evaluate(() => {
    const { top, left } = document.activeElement.getBoundingClientRect();
    return top >= 0 && left >= 0 && getComputedStyle(document.activeElement).opacity === "1";
  });
  if (!(await page.evaluate(() => document.activeElement.hash && document.activeElement.pathname === location.pathname))) return ["the first stop is not a skip link"];
  await page.keyboard.press("Enter");
  const moved = await page.evaluate(() => document.activeElement.matches("main"));
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => document.activeElement.closest("main") !== null || document.querySelector("main :is(a[href], button, input)") === null);
  await fromTheStart(page);
  return [...(shows ? [] : ["the skip link cannot be seen"]), ...(moved && inside ? [] : ["the skip link does not move the focus into the text"])];
}

const TAB = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };

/** Presses the Tab key so often, without waiting each time for what it does; in the end, all is done. */
const pressTab = (protocol, times) =>
  Promise.all(Array.from({ length: times }, () => ["rawKeyDown", "keyUp"].map((type) => protocol.send("Input.dispatchKeyEvent", { type, ...TAB }))).flat());

/**
 * The Tab key reaches everything once, in the order of the text, and comes out at the end; each stop lies under nothing. That the ring, which
 * `focusRing` computes, is painted is compared on the screen itself for one stop of each kind, under the same style sheets, at widths at which
 * the same rules of them hold: `seen` remembers which have been. One that does not fit the screen leaves it to the next of its kind, on this page or another.
 */
export async function keyboard(page, { protocol, seen }) {
  await fromTheStart(page);
  const looks = await page.evaluate(watchFocus);
  const complaints = [];
  let at = 0;
  for (const [next, look] of looks.entries()) {
    const isFresh = !seen.has(look);
    if (!isFresh && next + 1 < looks.length) continue;
    await pressTab(protocol, next + 1 - at);
    const stops = await page.evaluate(() => globalThis.stopsMet.splice(0));
    complaints.push(...stops.flatMap((stop) => stop.complaints));
    if (stops.some(({ lost }) => lost) || stops.length !== next + 1 - at) return complaints.length ? complaints : [`${stops.length} stops instead of ${next + 1 - at}`];
    at = next + 1;
    const { clip, show } = stops.at(-1);
    if (!isFresh || !clip) continue;
    complaints.push(...(await focusPaints({ page, protocol }, { clip, show })));
    seen.add(look);
  }
  await pressTab(protocol, 1);
  const trapped = await page.evaluate(() => {
    onkeyup = null;
    return document.activeElement !== document.body && document.activeElement !== globalThis.stops[0];
  });
  await fromTheStart(page);
  return [...complaints, ...(trapped ? ["the Tab key does not leave the page"] : [])];
}

// Runs in the page: from now on, each stop is looked at when the key is let go. Returns of which kind each stop is.
function watchFocus() {
  const stops = stopsOfTheKeyboard();
  const look = (element, i) => {
    const show = element.outerHTML.replace(/\s+/g, " ").slice(0, 110);
    if (element !== stops[i]) return { lost: true, complaints: [`stop ${i + 1} is ${show}, not ${stops[i]?.outerHTML.slice(0, 80)}`] };
    const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!box) return { complaints: [`cannot be seen: ${show}`] };
    const complaints = [];
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const y = box.height > innerHeight ? Math.max(box.top, 0) + 20 : box.top + box.height / 2;
    const hit = document.elementFromPoint(x, y);
    if (!hit || !(element.contains(hit) || hit.contains(element))) complaints.push(`obscured by ${hit ? hit.outerHTML.slice(0, 60) : "the edge"}: ${show}`);
    const clip = { x: Math.max(box.left - 6, 0), y: Math.max(box.top - 6, 0), width: Math.min(box.width + 12, innerWidth), height: Math.min(box.height + 12, 200) };
    const fits = clip.y + clip.height <= innerHeight;
    return { complaints, show, clip: fits ? { ...clip, x: clip.x + scrollX, y: clip.y + scrollY, scale: 1 } : null };
  };
  globalThis.stops = stops;
  globalThis.stopsMet = [];
  let next = 0;
  onkeyup = () => {
    if (next < stops.length) globalThis.stopsMet.push(look(document.activeElement, next));
    next += 1;
  };
  const queries = (rules) => [...rules].flatMap((rule) => [...(rule.media ? [rule.media.mediaText] : []), ...queries(rule.cssRules ?? [])]);
  const sheets = [...document.styleSheets].map((sheet) => {
    // Another site's rules cannot be read.
    const isOwn = !sheet.href || sheet.href.startsWith(`${location.origin}/`);
    return [sheet.href, ...(isOwn ? queries(sheet.cssRules) : []).filter((query) => matchMedia(query).matches)].join(" ");
  }).join(" ");
  return stops.map((e) => `${e.tagName}.${e.className} in ${e.parentElement.tagName}.${e.parentElement.className} ${sheets}`);
}

// The proof by eye: with the focus, the screen is not the same as without. A caret is no ring.
async function focusPaints({ page, protocol }, { clip, show }) {
  const picture = async () => (await protocol.send("Page.captureScreenshot", { clip, optimizeForSpeed: true })).data;
  await withStyle(page, "* { caret-color:transparent !important }");
  const focused = await picture();
  await page.evaluate(() => { globalThis.last = document.activeElement; document.activeElement.blur(); });
  const blurred = await picture();
  await page.evaluate(() => globalThis.last.focus({ preventScroll: true, focusVisible: true }));
  await withoutStyle(page);
  return focused === blurred ? [`the focus changes nothing on the screen: ${show}`] : [];
}

/** Without the style sheets it is still a text, in the same words. */
export async function unstyled(page) {
  await page.emulateMedia(MEDIA.light);
  const styled = await page.evaluate(() => readable());
  await page.evaluate(() => document.querySelectorAll("link[rel~=stylesheet], style").forEach((e) => e.remove()));
  return lost(styled, await page.evaluate(() => readable()), "without style sheets");
}

/** What was to be read there and cannot be read here. */
export function lost(there, here, where) {
  const left = new Map();
  here.forEach((text) => left.set(text, (left.get(text) ?? 0) + 1));
  return there.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count < 1;
  }).map((text) => `lost ${where}: 「${text.slice(0, 40)}」`);
}
