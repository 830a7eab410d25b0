// Work for the processor alone, in a thread of its own: meanwhile the browser is not kept waiting.
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

/** A thread with the module at `url`, whose default export answers `ask`; one question after the other. */
export function aside(url) {
  // Judges throw away most of what they make: with room for it, they spend less of their time on collecting it.
  const worker = new Worker(new URL(import.meta.url), { workerData: url.href, resourceLimits: { maxYoungGenerationSizeMb: 192 } });
  const asked = new Map();
  let last = 0;
  worker.on("message", ({ number, answer, failed }) => {
    const { resolve, reject } = asked.get(number);
    asked.delete(number);
    failed ? reject(new Error(failed)) : resolve(answer);
  });
  worker.on("error", (error) => asked.forEach(({ reject }) => reject(error)));
  return {
    ask: (...question) =>
      new Promise((resolve, reject) => {
        last += 1;
        asked.set(last, { resolve, reject });
        worker.postMessage({ number: last, question });
      }),
    close: () => worker.terminate(),
  };
}

if (!isMainThread) {
  const { default: answer } = await import(workerData);
  let before = Promise.resolve();
  parentPort.on("message", ({ number, question }) => {
    before = before.then(async () => {
      try {
        parentPort.postMessage({ number, answer: await answer(...question) });
      } catch (error) {
        parentPort.postMessage({ number, failed: String(error.stack) });
      }
    });
  });
}
