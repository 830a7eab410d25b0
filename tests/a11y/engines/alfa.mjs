// Alfa: another engine, another reading of the standards (the W3C's own ACT rules). The browser tells what it knows of the page;
// judging needs no browser and is done in threads of its own.
import * as device from "@siteimprove/alfa-device/native";
import * as dom from "@siteimprove/alfa-dom/native";

import { aside } from "../lib/aside.mjs";

// One would still be judging when the browser has nothing left to show.
const THREADS = 2;

/** The threads in which pages are judged, in turn; to be closed. */
export function alfaJudge() {
  const threads = Array.from({ length: THREADS }, () => aside(new URL("./alfa-judge.mjs", import.meta.url)));
  let asked = 0;
  return {
    ask: (input) => threads[asked++ % THREADS].ask(input),
    close: () => Promise.all(threads.map(({ close }) => close())),
  };
}

/** The page as it is now, for `judge.ask`; as text, which goes from process to process and from thread to thread much faster than an object. */
export async function alfaInput(page, medium) {
  const document = await page.evaluate(`(${dom.Native.fromNode})().then(JSON.stringify)`);
  const seenOn = await page.evaluate(device.Native.fromWindow);
  // The browser always says that it is a screen.
  return { document, device: { ...seenOn, type: medium === "print" ? "print" : "screen" }, onlyColours: medium === "dark", url: page.url() };
}
