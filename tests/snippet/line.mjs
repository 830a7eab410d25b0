// Checks bodies of LINE's broadcast request (the .json files of a folder) against the types of @line/bot-sdk, which are
// generated from LINE's published OpenAPI description. It also checks the documented lengths that the description lacks.
// Bodies with mistakes must be refused, or the check proves nothing.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const folder = process.argv[2];
const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });
const bytes = (value) => Buffer.byteLength(JSON.stringify(value));

/** The violations of <https://developers.line.biz/en/reference/messaging-api/> in a body. */
function lengths(body) {
  const wrong = [];
  const needs = (holds, what) => holds || wrong.push(what);
  needs(body.messages.length >= 1 && body.messages.length <= 5, "1 to 5 messages");
  for (const message of body.messages) {
    if (message.type === "text") needs(message.text.length >= 1 && message.text.length <= 5000, "text: 5,000 UTF-16 units");
    if (message.type !== "flex") continue;
    needs(message.altText.length >= 1 && message.altText.length <= 1500, "altText: 1,500 UTF-16 units");
    const bubbles = message.contents.type === "carousel" ? message.contents.contents : [message.contents];
    needs(bubbles.length >= 1 && bubbles.length <= 12, "1 to 12 bubbles");
    needs(bytes(message.contents) <= (message.contents.type === "carousel" ? 50_000 : 30_000), "size of the contents");
    for (const bubble of bubbles) {
      needs(bytes(bubble) <= 30_000, "bubble: 30 KB");
      for (const text of bubble.body.contents) needs(text.text.length >= 1, "an empty text");
      for (const { action } of bubble.footer.contents) {
        needs([...graphemes.segment(action.label)].length <= 40, "label: 40 graphemes");
        needs(action.uri.length <= 1000 && /^(https?|line|tel):/.test(action.uri), "uri: 1,000 characters, a known scheme");
      }
    }
  }
  return wrong;
}

/** The errors of the type checker for bodies written as literals. */
function types(bodies) {
  const source = `import type { messagingApi } from "@line/bot-sdk";\n${bodies
    .map((body, at) => `export const body${at}: messagingApi.BroadcastRequest = ${JSON.stringify(body)};`)
    .join("\n")}\n`;
  const name = join(import.meta.dirname, "bodies.ts");
  const options = { strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022) : getSourceFile.call(host, file, ...rest));
  host.fileExists = (file) => file === name || fileExists.call(host, file);
  const program = ts.createProgram([name], options, host);
  return ts.getPreEmitDiagnostics(program).filter((found) => found.file?.fileName === name).map((found) => ts.flattenDiagnosticMessageText(found.messageText, "\n"));
}

const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
const bodies = files.map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
const wrong = bodies.flatMap((body, at) => lengths(body).map((what) => `${files[at]}: ${what}`)).concat(types(bodies));

const flex = bodies.find((body) => body.messages[0].type === "flex" && body.messages[0].contents.type === "bubble");
const changed = (change) => { const copy = structuredClone(flex); change(copy.messages[0]); return copy; };
const mistakes = [
  changed((message) => { message.contents.colour = "#000000"; }),
  changed((message) => { message.contents.body.layout = "diagonal"; }),
  changed((message) => { message.contents.body.contents[0].weight = "heavy"; }),
  changed((message) => { delete message.altText; }),
];
mistakes.forEach((body, at) => types([body]).length || wrong.push(`mistake ${at} was not noticed`));
const long = changed((message) => { message.altText = "字".repeat(1501); });
if (lengths(long).length !== 1) wrong.push("a length that is over was not noticed");

if (wrong.length) {
  console.error(wrong.join("\n"));
  process.exit(1);
}
console.log(files.length);
