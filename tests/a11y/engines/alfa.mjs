// Alfa: another engine, another reading of the standards (the W3C's own ACT rules). The browser tells what it knows of the page;
// judging needs no browser and is done in a thread of its own.
import * as device from "@siteimprove/alfa-device/native";
import * as dom from "@siteimprove/alfa-dom/native";

import { aside } from "../lib/aside.mjs";

/** The thread in which pages are judged; to be closed. */
export const alfaJudge = () => aside(new URL("./alfa-judge.mjs", import.meta.url));

/** The page as it is now, for `judge.ask`. */
export async function alfaInput(page, medium) {
  const document = await page.evaluate(dom.Native.fromNode);
  const seenOn = await page.evaluate(device.Native.fromWindow);
  // The browser is always told to be a screen.
  return { document, device: { ...seenOn, type: medium === "print" ? "print" : "screen" }, onlyColours: medium === "dark", url: page.url() };
}
