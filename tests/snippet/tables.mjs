// Makes src/snippet/measure/{links,emoji}.txt from npm twitter-text 3.1.0 (Apache-2.0) and its dependency twemoji-parser (MIT).
// They are the regular expressions by which X finds links and emoji, rewritten for Rust's `regex`, which has no look-ahead and
// counts characters, not UTF-16 units. `node tables.mjs` compares, `node tables.mjs --write` writes.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const source = (name) => require(`twitter-text/dist/regexp/${name}.js`).source;
const code = (value) => `\\x{${value.toString(16).toUpperCase()}}`;
// `\uXXXX` and `\xXX` in Rust's spelling.
const spelled = (pattern) =>
  pattern
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex) => code(parseInt(hex, 16)))
    .replace(/\\x([0-9a-fA-F]{2})/g, (_, hex) => code(parseInt(hex, 16)))
    .replace(/\\'/g, "'")
    .replace(/\\([/#&:;<=>@%!,~"])/g, "$1");
// Inside a class, Rust gives `[`, `&&`, `--` and `~~` a meaning of their own.
const classes = (pattern) =>
  pattern.replace(/\[((?:\\.|[^\]\\])*)\]/g, (_, inner) => `[${inner.replace(/([^\\]|^)\[/g, "$1\\[").replace(/([&~])/g, "\\$1")}]`);
const rust = (pattern) => classes(spelled(pattern));

const names = (pattern) => pattern.replace(/^\(\?:\(\?:/, "").replace(/\)\(\?=\[\^0-9a-zA-Z@\+-\]\|\$\)\)$/, "");
const links = [
  ["before", rust(source("validUrlPrecedingChars"))],
  ["subdomain", rust(source("validSubdomain"))],
  ["name", rust(source("validDomainName"))],
  ["generic", names(source("validGTLD"))],
  ["country", names(source("validCCTLD"))],
  ["punycode", rust(source("validPunycode"))],
  ["path", rust(source("validUrlPath"))],
  ["query", rust(source("validUrlQueryChars"))],
  ["query-end", rust(source("validUrlQueryEndingChars"))],
  ["latin", rust(source("latinAccentChars"))],
];

// Surrogate pairs and classes of them, as characters.
function emoji() {
  const unit = "\\\\u([0-9a-f]{4})";
  const join = (high, low) => ((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
  let pattern = require("twemoji-parser/dist/lib/regex.js").default.source;
  pattern = pattern.replace(/\\u(d8[0-9a-f]{2})\[((?:\\ud[c-f][0-9a-f]{2}|-)+)\]/g, (_, high, lows) =>
    `[${lows.replace(new RegExp(unit, "g"), (_, low) => code(join(parseInt(high, 16), parseInt(low, 16))))}]`);
  pattern = pattern.replace(/\\u(d8[0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/g, (_, high, low) => code(join(parseInt(high, 16), parseInt(low, 16))));
  pattern = pattern.replace(/\\u(db[0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/g, (_, high, low) => code(join(parseInt(high, 16), parseInt(low, 16))));
  // `(?:X)(?:\ufe0f|(?!\ufe0e))`: the X that must not be followed by U+FE0E is put in a group, and our code checks it.
  const parts = pattern.split("(?:\\ufe0f|(?!\\ufe0e))");
  if (parts.length !== 3) throw new Error("twemoji-parser has changed");
  const grouped = parts.slice(0, 2).map((part) => {
    let depth = 0;
    for (let at = part.length - 1; at >= 0; at--) {
      if (part[at] === ")") depth += 1;
      if (part[at] === "(" && --depth === 0) return `${part.slice(0, at)}(${part.slice(at + 3)}`;
    }
    throw new Error("twemoji-parser has changed");
  });
  const marked = [grouped[0], "\\ufe0f?", grouped[1], "\\ufe0f?", parts[2]].join("");
  // The only other capturing group of the original.
  return rust(marked.replace("((?:[\\x{1F3FB}-\\x{1F3FF}]|\\ufe0f)", "(?:(?:[\\x{1F3FB}-\\x{1F3FF}]|\\ufe0f)"));
}

const tables = {
  "links.txt": links.map(([name, pattern]) => `${name}\t${pattern}\n`).join(""),
  "emoji.txt": `${emoji()}\n`,
};
let same = true;
for (const [file, text] of Object.entries(tables)) {
  const path = new URL(`../../src/snippet/measure/${file}`, import.meta.url);
  if (process.argv.includes("--write")) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    console.error(`src/snippet/measure/${file} is not what twitter-text 3.1.0 gives: node tables.mjs --write`);
    same = false;
  }
}
process.exit(same ? 0 : 1);
