// Prints the count of X's own counter for each string: a line of JSON each, `[text, weighted length]`.
import { createRequire } from "node:module";
import { generated, systematic } from "./strings.mjs";

const { parseTweet } = createRequire(import.meta.url)("twitter-text");
for (const text of [...systematic(), ...generated(6000)]) {
  console.log(JSON.stringify([text, parseTweet(text).weightedLength]));
}
