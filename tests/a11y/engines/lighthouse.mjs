// Lighthouse: weight, speed and stability on a slow phone; its four scores have to be full.
import { launch as launchChrome } from "chrome-launcher";
import run from "lighthouse";

import { EXECUTABLE } from "../lib/browser.mjs";

/** The scores that are not 100, and a layout that moves while it loads. */
export async function lighthouse(url) {
  const chrome = await launchChrome({ chromePath: EXECUTABLE, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"], logLevel: "silent" });
  try {
    const { lhr } = await run(url, { port: chrome.port, output: "json", logLevel: "silent" });
    const scores = Object.values(lhr.categories).filter(({ score }) => score !== 1).map(({ title, score, auditRefs }) => {
      const why = auditRefs.map(({ id, weight }) => ({ id, weight, score: lhr.audits[id].score })).filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 1);
      return `${title} ${Math.round(score * 100)}: ${why.map(({ id }) => id).join(", ")}`;
    });
    const shift = lhr.audits["cumulative-layout-shift"].numericValue;
    return [...scores, ...(shift === 0 ? [] : [`the layout moves: ${shift}`]), ...(Object.keys(lhr.categories).length === 4 ? [] : ["a category is missing"])];
  } finally {
    chrome.kill();
  }
}
