// Where the seconds go.
const spent = new Map();

/** Does the work and remembers how long it took. What runs side by side counts each for itself. */
export async function timed(what, work) {
  const from = performance.now();
  try {
    return await work();
  } finally {
    spent.set(what, (spent.get(what) ?? 0) + (performance.now() - from) / 1000);
  }
}

/** One line, the longest first. */
export const times = () => [...spent].sort((a, b) => b[1] - a[1]).map(([what, seconds]) => `${what} ${seconds.toFixed(1)}`).join(", ");
