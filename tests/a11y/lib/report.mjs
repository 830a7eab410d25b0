// What was found, calmly: once for each page and fault, with the modes in which it shows.
import { KNOWN } from "../known.mjs";

/** Prints the findings and returns how many count. */
export function report(findings) {
  const faults = new Map();
  for (const { page, engine, mode, text } of findings) {
    const key = `${engine}  ${text}`;
    const fault = faults.get(key) ?? { engine, text, pages: new Set(), modes: new Set() };
    fault.pages.add(page);
    if (mode) fault.modes.add(mode);
    faults.set(key, fault);
  }
  const used = new Set();
  const open = [...faults.values()].filter(({ engine, text }) => {
    const known = KNOWN.find((entry) => entry.engine === engine && entry.text.test(text));
    if (known) used.add(known);
    return !known;
  });
  for (const { engine, text, pages, modes } of open) {
    console.log(`\n  ${engine}: ${text}`);
    console.log(`    on ${few([...pages])}`);
    if (modes.size) console.log(`    in ${few([...modes])}`);
  }
  const stale = KNOWN.filter((entry) => !used.has(entry));
  stale.forEach(({ text, why }) => console.log(`\n  known.mjs: ${text} is no longer found; remove it (${why})`));
  if (used.size) console.log(`\n${used.size} known faults, each with its reason in known.mjs.`);
  const count = open.length + stale.length;
  console.log(count === 0 ? "\n0 faults." : `\n${count} faults.`);
  return count;
}

const few = (list) => (list.length > 4 ? `${list.slice(0, 4).join("; ")} and ${list.length - 4} more` : list.join("; "));
