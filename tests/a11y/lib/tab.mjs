// A tab of a reader who wants no motion: opened once, led from page to page.
import { readFileSync } from "node:fs";

const PROBES = readFileSync(new URL("../probes/page.js", import.meta.url), "utf8");
const HEIGHT = 800;

/** `heard`: what the page on show has said in the console, or asked of other places. */
export async function openTab(browser) {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  const tab = { page, protocol: await context.newCDPSession(page), heard: [], origin: "" };
  page.on("console", (message) => tab.heard.push(`console: ${message.text().slice(0, 160)}`));
  page.on("pageerror", (error) => tab.heard.push(`script: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(tab.origin) && !request.url().startsWith("data:")) tab.heard.push(`asks elsewhere: ${request.url()}`);
  });
  return tab;
}

/**
 * Leads the tab to a page and gives it the probes. `ready`: a selector of what has to be there first, where a script of the page makes it.
 * Without scripts, those of the page never run: they are off while it loads and on again for the engines.
 */
export async function go(tab, { url, ready }, { width, scripts }) {
  const { page, protocol } = tab;
  await resize(tab, width);
  tab.heard = [];
  tab.origin = `${new URL(url).origin}/`;
  if (!scripts) await protocol.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.goto(url, { waitUntil: "load" });
  if (!scripts) await protocol.send("Emulation.setScriptExecutionDisabled", { value: false });
  if (ready && scripts) await page.waitForSelector(ready);
  await page.evaluate(PROBES);
}

export const resize = ({ page }, width) => page.setViewportSize({ width, height: HEIGHT });
