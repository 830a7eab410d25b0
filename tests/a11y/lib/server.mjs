// A web server as a city would set one up: a folder, its 404 page for all else, and a strict Content-Security-Policy.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";

const TYPES = {
  css: "text/css", js: "text/javascript", svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg", json: "application/json",
  xml: "application/xml", pdf: "application/pdf", txt: "text/plain; charset=utf-8", html: "text/html; charset=utf-8",
};

/** Serves `root` on this machine until closed; the site may stand in a folder of it. `origin` has no final slash. */
export async function serve(root, folder = "") {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const { name, body } = await read(root, folder, path);
    const type = TYPES[name.split(".").pop()] ?? "application/octet-stream";
    response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": "default-src 'self'" });
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, close: () => { server.closeAllConnections(); server.close(); } };
}

// What is not there is the 404 page. Its status is 200 here: a browser reports any other in the console, as an error of the page.
async function read(root, folder, path) {
  const name = path.endsWith("/") ? `${path}index.html` : path;
  try {
    return { name, body: await readFile(join(root, normalize(name))) };
  } catch {
    return { name: "404.html", body: await readFile(join(root, folder, "404.html")).catch(() => "") };
  }
}
