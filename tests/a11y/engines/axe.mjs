// axe-core, with the rules of all its tags: A, AA, AAA, 2.1, 2.2, best practice, experimental.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What axe leaves for a person to decide, and what was decided.
const DECIDED = {
  "hidden-content": "says only that something is hidden; the probes compare what can be read in each mode",
  "color-contrast": "the probe `contrast` measures every letter, also those axe takes for no text, such as ①",
  "color-contrast-enhanced": "as above",
  "identical-links-same-purpose": "the probe `linkNames` compares names with where they lead",
  "label-content-name-mismatch": "the # of a permalink is a mark for the eye, hidden from assistive technology, not a name",
};

/**
 * Whether and where everything is drawn now. Where two colour schemes draw the same, only what axe says of colours can differ between them.
 */
export const drawing = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("body, body *")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { display, visibility, opacity, clipPath, fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
      return [x, y, width, height, display, visibility, opacity, clipPath, fontSize, fontWeight, textDecorationLine].join();
    });
    return all.join(" ");
  });

/** The page has to have `SOURCE`. `onlyColours`: the rules of axe's own category for them. */
export async function axe(page, { onlyColours = false } = {}) {
  const { violations, incomplete, passes } = await page.evaluate(async (onlyColours) => {
    const values = onlyColours ? ["cat.color"] : [...new Set(axe.getRules().flatMap(({ tags }) => tags))].filter((tag) => tag !== "deprecated");
    const brief = (results) => results.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, any }) => `${html.slice(0, 90)} ${any[0]?.message ?? ""}`) }));
    const { violations, incomplete, passes } = await axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations", "incomplete"] });
    return { violations: brief(violations), incomplete: brief(incomplete), passes: passes.length };
  }, onlyColours);
  const open = incomplete.filter(({ id }) => !(id in DECIDED));
  return [
    ...violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]}`),
    ...open.map(({ id, nodes }) => `${id}, undecided (${nodes.length}): ${nodes[0]}`),
    // Of colours, one rule has something to say on every page; where text has failed it, it does not pass.
    ...(passes + violations.length > (onlyColours ? 0 : 5) ? [] : [`only ${passes} rules passed: axe did not look`]),
  ];
}
