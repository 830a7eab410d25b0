// The engines that read files and need no browser. They look at every page there is, not at one of each kind.
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { aside } from "../lib/aside.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

const run = (program, args) =>
  new Promise((done) => {
    execFile(program, args, { maxBuffer: 1 << 26, cwd: here }, (error, out, err) => done({ code: error ? (error.code ?? 1) : 0, out, err }));
  });

const files = (root, endings) => readdirSync(root, { recursive: true }).filter((file) => endings.some((ending) => file.endsWith(ending))).map((file) => join(root, file));

/** The Nu Html Checker, on HTML, CSS and SVG; a warning counts. `roots` are folders. */
export async function vnu(roots) {
  const list = roots.flatMap((root) => files(root, [".html", ".css", ".svg"]));
  const { out, err } = await run("java", ["-Xss4m", "-jar", require.resolve("vnu-jar/build/dist/vnu.jar"), "--format", "json", "--exit-zero-always", "--stdout", "--also-check-css", "--also-check-svg", ...list]);
  try {
    return JSON.parse(out).messages.map(({ url, lastLine, message }) => ({ file: fileURLToPath(url), text: `line ${lastLine}: ${message}` }));
  } catch {
    return [{ file: "", text: `the checker did not run: ${err.slice(0, 200)}` }];
  }
}

/** html-validate, in a thread of its own. */
export async function htmlValidate(roots) {
  const { ask, close } = aside(new URL("./html-validate.mjs", import.meta.url));
  const found = await ask(roots.flatMap((root) => files(root, [".html"])));
  await close();
  return found;
}

/** lychee: every link and every fragment that stays on the site. A root is what the server calls `/`. */
export async function lychee(roots) {
  const program = existsSync(join(here, ".venv/bin/lychee")) ? join(here, ".venv/bin/lychee") : "lychee";
  const found = [];
  for (const root of roots) {
    const { code, out, err } = await run(program, ["--offline", "--include-fragments", "--root-dir", root, "--no-progress", "--format", "json", ...files(root, [".html"])]);
    try {
      const report = JSON.parse(out);
      for (const [file, errors] of Object.entries(report.error_map ?? report.fail_map ?? {})) {
        errors.forEach(({ url, status }) => found.push({ file, text: `${url}: ${status?.text ?? status}` }));
      }
      if (report.total === 0) found.push({ file: root, text: "no link was looked at" });
    } catch {
      found.push({ file: root, text: `lychee did not run (${code}): ${err.slice(0, 200)}` });
    }
  }
  return found;
}
