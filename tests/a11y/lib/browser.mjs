// Chromium as Debian installs it; `CHROMIUM` names another one.
import { chromium } from "playwright-core";

export const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

// There are more tabs than processors: what V8 does beside a script in one tab, it takes from the others.
const V8 = "--js-flags=--no-concurrent-recompilation --single-threaded-gc";

/** A browser without a window, and without what it would ask of the network by itself. */
export function launch() {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [V8, "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}
