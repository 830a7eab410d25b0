// Alfa: another engine, another reading of the standards (the W3C's own ACT rules). The browser tells what it knows of the page;
// judging needs no browser and is done in a thread of its own.
import * as device from "@siteimprove/alfa-device/native";
import * as dom from "@siteimprove/alfa-dom/native";

import { aside } from "../lib/aside.mjs";

/** The thread in which pages are judged; to be closed. */
export const alfaJudge = () => aside(new URL("./alfa-judge.mjs", import.meta.url));

/** The page as it is now, for `judge.ask`; as text, which goes from process to process and from thread to thread much faster than an object. */
export async function alfaInput(page, medium) {
  const document = await page.evaluate(`(${dom.Native.fromNode})().then(JSON.stringify)`);
  const seenOn = await page.evaluate(device.Native.fromWindow);
  // The browser always says that it is a screen.
  return { document, device: { ...seenOn, type: medium === "print" ? "print" : "screen" }, onlyColours: medium === "dark", url: page.url() };
}
