// A site copied to a folder, without a server: links are relative, so that it reads the same from there.
import { pathToFileURL } from "node:url";

export async function fromTheDisk(browser, file) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const heard = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("requestfailed", (request) => heard.push(`not found: ${request.url().split("/").pop()}`));
  page.on("request", (request) => /^(file|data):/.test(request.url()) || heard.push(`asks the network: ${request.url()}`));
  await page.goto(pathToFileURL(file).href);
  const styled = await page.evaluate(() => document.styleSheets.length > 0 && getComputedStyle(document.body).margin === "0px");
  await page.close();
  return styled ? heard : [...heard, "no style"];
}
