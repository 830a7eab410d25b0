// The sites that are judged: the repository's own, and the sample with every kind of page and element. Built from copies, so
// that no build touches a lock of the repository.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
export const HOSHIN = process.env.HOSHIN ?? join(repository, "target/debug/hoshin");

// `folder`: where on the server the site stands, as its base_url says.
const SITES = [
  { name: "own", source: repository, now: "2026-11-21", folder: "" },
  { name: "sample", source: join(repository, "tests/a11y/sample"), now: "2026-05-01", folder: "houshin" },
];

/** Builds both into a temporary folder that goes with the process. */
export function build() {
  const work = mkdtempSync(join(tmpdir(), "hoshin-a11y-"));
  process.on("exit", () => rmSync(work, { recursive: true, force: true }));
  return [...SITES.map(({ name, source, now, folder }) => {
    const copy = join(work, `${name}-source`);
    cpSync(join(source, "content"), join(copy, "content"), { recursive: true });
    const root = join(work, name);
    execFileSync("mkdir", ["-p", root]);
    execFileSync(HOSHIN, ["build", "--site", copy, "--output", join(root, folder), "--now", now, "--quiet"], { stdio: "inherit" });
    return { name, root, folder };
  }), preview(work)];
}

/** The preview's own pages, of a sample with everything they can show: a test of the room writes them. */
function preview(work) {
  const root = join(work, "preview");
  const test = ["test", "--locked", "--quiet", "--lib", "--", "--ignored", "pages_for_the_accessibility_gate"];
  execFileSync("cargo", test, { cwd: repository, env: { ...process.env, HOSHIN_PREVIEW_PAGES: root }, stdio: ["ignore", "ignore", "inherit"] });
  return { name: "preview", root, folder: "" };
}
