// Every kind of page a site can have. A page that is of none of them fails the gate, and so does a kind without a page:
// whoever adds a kind of page adds it here, and to the sample.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const has = (text) => (html) => html.includes(text);
const any = () => true;

/** In order: the first whose path and content fit. One that `leaves` has a script that goes on to another page; of one with `every`, not only the longest page is looked at, but all it holds for; one `with` queries makes other pages of itself, when what `ready` selects is there. */
export const KINDS = [
  { name: "home", path: /^index\.html$/, of: any },
  { name: "not found", path: /^404\.html$/, of: any },
  { name: "year", path: /^r\d+\/index\.html$/, of: any },
  { name: "list of objectives", path: /^objectives\/index\.html$/, of: any },
  { name: "objectives of a group", path: /^objectives\/[^/]+\/index\.html$/, of: any },
  { name: "list of plans", path: /^plans\/index\.html$/, of: any },
  { name: "plan", path: /^plans\/[^/]+\/index\.html$/, of: any },
  { name: "clause that is gone", path: /^c\/[^/]+\/index\.html$/, of: has("現在はありません") },
  { name: "objective", path: /^c\/[^/]+\/index\.html$/, of: has('class="chart"') },
  { name: "clause", path: /^c\/[^/]+\/index\.html$/, of: any },
  { name: "document", path: /^r\d+\/[^/]+\/index\.html$/, of: has('class="wrap document"'), every: ({ site }, isNew) => site.name === "own" || isNew() },
  { name: "document that is gone", path: /^r\d+\/[^/]+\/index\.html$/, of: has("掲載を終えた") },
  { name: "document that has moved", path: /^r\d+\/[^/]+\/index\.html$/, of: has("moved.js"), leaves: true },
  { name: "connections", path: /^trace\/index\.html$/, of: any },
  { name: "connections of a document", path: /^trace\/.+\.html$/, of: any },
  { name: "list of units", path: /^organizations\/index\.html$/, of: any },
  { name: "unit", path: /^organizations\/[^/]+\/index\.html$/, of: any },
  { name: "goals of the SDGs", path: /^sdgs\/index\.html$/, of: any },
  { name: "goal of the SDGs", path: /^sdgs\/.+\.html$/, of: any },
  { name: "years", path: /^years\/index\.html$/, of: any },
  { name: "data", path: /^data\/index\.html$/, of: any },
  { name: "search", path: /^search\/index\.html$/, of: any, with: [
    { name: "results of a search", query: "?q=見本", ready: "#search-results:not([hidden])" },
    { name: "a search without a result", query: "?q=南極観測", ready: "#search-help:not([hidden])" },
  ] },
  { name: "index of search", path: /^search\/.+\.html$/, of: any },
  { name: "terms", path: /^terms\/index\.html$/, of: any },
  { name: "accessibility", path: /^accessibility\/index\.html$/, of: any },
  { name: "result of accessibility", path: /^accessibility\/result-\d+\/index\.html$/, of: any },
  // The preview's own pages, which are no part of a site.
  { name: "overview of the preview", path: /^_hoshin\/index\.html$/, of: any },
  { name: "posts of the preview", path: /^_hoshin\/posts\/.+\/(index|page-\d+)\.html$/, of: any },
  { name: "addresses of the preview", path: /^_hoshin\/addresses\/.+\/index\.html$/, of: any },
  { name: "list of the preview", path: /^_hoshin\/(posts|addresses)\/index\.html$/, of: any, every: any },
];

/** The pages of a built site, which stands in `folder` of what the server calls `/`: `{ site, file, kind, bytes }`. */
export function pages(site) {
  const root = join(site.root, site.folder);
  return readdirSync(root, { recursive: true })
    .filter((file) => file.endsWith(".html"))
    .sort()
    .map((file) => {
      const html = readFileSync(join(root, file), "utf8");
      const kind = KINDS.find(({ path, of }) => path.test(file) && of(html));
      return { site, file, kind, bytes: Buffer.byteLength(html) };
    });
}

/** What there is on a page to be looked at: every element with its class, and with each of its attributes. */
function shown({ site, file }) {
  const html = readFileSync(join(site.root, site.folder, file), "utf8");
  return [...html.matchAll(/<([a-z]\w*)([^>]*)>/g)].flatMap(([, tag, rest]) => {
    const attributes = [...rest.matchAll(/\s([\w-]+)="/g)].map(([, name]) => `${tag}@${name}`);
    return [`${tag}.${/\sclass="([^"]*)"/.exec(rest)?.[1] ?? ""}`, ...attributes];
  });
}

/**
 * Of each kind the longest page; besides, every document of the repository's own site, which stand for what cities write, and those of the
 * sample that show what no page chosen before them does: one with all elements, one whose objectives have values and are late, one in English.
 * What is left out (where another has moved to, and one that has been superseded) is made of what those have, and the pages of other kinds.
 * With what is wrong with the list itself.
 */
export function representatives(all) {
  const unknown = all.filter(({ kind }) => !kind).map(({ file }) => `a page of no known kind: ${file} (add its kind to kinds.mjs)`);
  const missing = KINDS.filter((kind) => !all.some((page) => page.kind === kind)).map(({ name }) => `no page of the kind 「${name}」 (add one to the sample)`);
  const byKind = KINDS.map((kind) => all.filter((page) => page.kind === kind).sort((a, b) => b.bytes - a.bytes));
  const met = new Set(byKind.flatMap(([longest]) => (longest ? shown(longest) : [])));
  const isNew = (page) => shown(page).filter((what) => !met.has(what) && met.add(what)).length > 0;
  const chosen = KINDS.flatMap((kind, i) => {
    const looked = byKind[i].filter((page, at) => at === 0 || kind.every?.(page, () => isNew(page)));
    return looked.flatMap((page) => [page, ...(kind.with ?? []).map((made) => ({ ...page, kind: { ...made, isMade: true } }))]);
  });
  return { chosen, complaints: [...unknown, ...missing] };
}

/** What a reader types for it. The page for what is not there is reached by asking for such. */
export const address = ({ site, file, kind }) => `/${site.folder && `${site.folder}/`}${file === "404.html" ? "r8/nowhere/to/be/found/" : file.replace(/index\.html$/, "")}${kind.query ?? ""}`;
