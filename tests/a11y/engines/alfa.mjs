// Alfa: another engine, another reading of the standards (the W3C's own ACT rules).
import { Audit } from "@siteimprove/alfa-act";
import { Playwright } from "@siteimprove/alfa-playwright";
import rules from "@siteimprove/alfa-rules";

// AAA by size of targets and by justification of each paragraph; the rest of AAA stays.
const LEFT_OUT = {
  "sia-r111": "44 px for every link in a sentence; 24 px are required and probed",
};

// What the colours of a page can change: links told from text, contrast. The rest is the same in the dark.
const OF_COLOURS = ["sia-r62", "sia-r66", "sia-r69"];

/** With packages of different versions Alfa passes in silence, so what passed is counted. */
export async function alfa(page, medium) {
  const handle = await page.evaluateHandle(() => globalThis.document);
  const input = await Playwright.toPage(handle);
  const asked = (rule) => (medium === "dark" ? OF_COLOURS.includes(rule) : !(rule in LEFT_OUT));
  const list = [...rules].filter((rule) => asked(short(rule.uri)));
  const outcomes = [...(await Audit.of(input, list).evaluate())].map((outcome) => outcome.toJSON());
  const failed = outcomes.filter(({ outcome }) => outcome === "failed");
  const passed = outcomes.filter(({ outcome }) => outcome === "passed").length;
  return [
    ...failed.map(({ rule, target }) => `${short(rule.uri)}: ${tag(target)}`),
    ...(passed > 5 ? [] : [`only ${passed} outcomes passed: Alfa did not look`]),
  ];
}

// Enough of an element to find it by.
const tag = ({ name, attributes = [] } = {}) => `<${name}${attributes.filter((a) => ["id", "class", "href"].includes(a.name)).map((a) => ` ${a.name}="${a.value}"`).join("")}>`;

const short = (uri) => uri.split("/").pop();
