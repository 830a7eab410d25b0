// What a page costs its reader, and whether it jumps while it arrives.

/** Bytes, uncompressed, with all that the page loads; requests, the page itself among them. */
const MOST = { bytes: 60_000, css: 12_000, requests: 4, script: 0 };

/** A document's page, loaded afresh. */
export async function weight(browser, url) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const loading = [];
  // A response that ends after the page is closed can no longer be read: it is not the page's own, and must not stop the run.
  page.on("response", (response) => loading.push(response.body().then((body) => ({ type: response.request().resourceType(), bytes: body.length }), () => null)));
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { globalThis.shift += value; })).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const responses = await Promise.all(loading);
  const loaded = responses.filter((response) => response !== null);
  const sum = (type) => loaded.filter((one) => !type || one.type === type).reduce((all, { bytes }) => all + bytes, 0);
  const cost = { bytes: sum(), css: sum("stylesheet"), requests: loaded.length, script: sum("script") };
  const shift = await page.evaluate(() => globalThis.shift);
  await context.close();
  return [
    ...Object.entries(MOST).filter(([name, most]) => cost[name] > most).map(([name, most]) => `weight: ${name}: ${cost[name]}, more than ${most}`),
    ...(loaded.length === responses.length ? [] : ["weight: a response could not be read"]),
    ...(cost.bytes > 0 && cost.css > 0 ? [] : ["weight: nothing was loaded"]),
    ...(shift === 0 ? [] : [`weight: the layout moves by ${shift}`]),
  ];
}
