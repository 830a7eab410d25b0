// Chromium as Debian installs it; `CHROMIUM` names another one.
import { chromium } from "playwright-core";

export const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** A browser without a window, and without what it would ask of the network by itself. */
export function launch() {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: ["--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}
