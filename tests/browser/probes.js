// Each probe looks at the page as it is now and returns a list of complaints: empty when all is well.
// broken.html has one fault for each; a probe that stopped finding its fault fails the test.
globalThis.probes = (() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getClientRects().length > 0;
  const name = (element) => (element.getAttribute("aria-label") ?? element.textContent).trim();
  const show = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
  const permalinks = () => all("a.pl");

  return {
    // The page is as wide as the screen; nothing is read by scrolling sideways (WCAG 1.4.10).
    sidewaysScrolling() {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth ? [`${scrollWidth} px of content on ${clientWidth} px`] : [];
    },

    oneTitle() {
      const titles = all("h1").map((h1) => h1.textContent.trim());
      return titles.length === 1 && titles[0] !== "" ? [] : [`h1: ${JSON.stringify(titles)}`];
    },

    // Headings go down one level at a time.
    headingLevels() {
      const levels = all("h1,h2,h3,h4,h5,h6").map((heading) => Number(heading.tagName[1]));
      return levels.flatMap((level, i) => (level > (levels[i - 1] ?? 0) + 1 ? [`h${level} after h${levels[i - 1] ?? 0}`] : []));
    },

    // The first thing the Tab key reaches leads past everything that is the same on each page.
    skipLinkFirst() {
      const first = all("a[href], button, input, select, textarea, summary, [tabindex]").find((e) => e.tabIndex >= 0);
      const target = first?.hash ? document.getElementById(decodeURIComponent(first.hash.slice(1))) : null;
      return target?.matches("main") ? [] : [`first stop: ${first ? show(first) : "none"}`];
    },

    // Which of two things with one id a link leads to is a matter of luck.
    uniqueIds() {
      const ids = all("[id]").map((element) => element.id);
      return [
        ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `twice: ${id}`),
        ...ids.filter((id) => !/^[\x21-\x7e]+$/.test(id)).map((id) => `not ASCII: ${id}`),
      ];
    },

    // Every link within the page leads somewhere.
    linksWithinThePage() {
      return all("a[href^='#']")
        .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
        .map(show);
    },

    // A list of links, read aloud without the page around it, tells one from another.
    permalinkNames() {
      const names = permalinks().map(name);
      return [
        ...permalinks().filter((link) => name(link).length < 2).map((link) => `says nothing: ${show(link)}`),
        ...names.filter((text, i) => names.indexOf(text) !== i).map((text) => `twice: ${text}`),
      ];
    },

    // Each permalink stands in the very clause it leads to: the one with the permanent id after the dot.
    permalinksLeadHome() {
      const at = (id) => document.getElementById(decodeURIComponent(id));
      return permalinks()
        .filter((link) => {
          const home = at(link.hash.slice(1).split(".").pop());
          return !home?.contains(link) || !home.contains(at(link.hash.slice(1)));
        })
        .map(show);
    },

    // What has an address can be seen.
    clausesSeen() {
      return all("article [id]").filter((element) => !element.closest("nav") && !seen(element)).map(show);
    },

    // Large enough to be hit with a finger (WCAG 2.5.8).
    permalinkSize() {
      return permalinks()
        .map((link) => [link, link.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([link, { width, height }]) => `${width}×${height}: ${show(link)}`);
    },

    // A strict Content-Security-Policy (default-src 'self') takes nothing away from the page.
    nothingInline() {
      return all("*")
        .filter((e) => e.matches("style, script:not([src], [type='application/ld+json'])") || [...e.attributes].some(({ name }) => /^(style$|on)/.test(name)))
        .map(show);
    },

    landmarks() {
      const count = (selector) => all(selector).length;
      return [
        ...(count("main") === 1 ? [] : [`main: ${count("main")}`]),
        ...all("nav").filter((nav) => !nav.hasAttribute("aria-label") && !nav.hasAttribute("aria-labelledby")).map(show),
        ...(document.documentElement.lang ? [] : ["no lang"]),
        ...(document.title.trim() ? [] : ["no title"]),
      ];
    },
  };
})();
// Where a reader has arrived who followed an old link to the clause with this id: at the clause, at its tombstone, at a
// note that leads to either; all else is told as it is. What is arrived at has to be in view and marked.
globalThis.arrival = (id) => {
  const target = document.querySelector(":target");
  if (!target) return `nowhere: ${location.hash}`;
  const { top, bottom } = target.getBoundingClientRect();
  if (bottom < 0 || top >= innerHeight) return `out of view: ${target.outerHTML} at ${top}`;
  const marked = (element) => {
    for (let e = element; e && e.id !== "main"; e = e.parentElement) {
      if (getComputedStyle(e).backgroundColor !== "rgba(0, 0, 0, 0)") return true;
    }
    return false;
  };
  if (!marked(target)) return `not marked: ${target.outerHTML}`;
  const home = document.getElementById(id);
  if (home?.contains(target) && !target.matches(".was")) return home.closest("#gone") ? "tombstone" : "clause";
  const leads = [...target.querySelectorAll("a")].some((link) => link.hash.split(/[#.]/).pop() === id);
  return target.matches(".was") && leads ? "note" : `elsewhere: ${target.outerHTML}`;
};
// What a reader sees, readings left out: the paragraphs of the originals have to be in it.
globalThis.visibleText = () => {
  const readings = [...document.querySelectorAll("rt, rp")];
  readings.forEach((reading) => (reading.hidden = true));
  const text = document.querySelector("article").innerText;
  readings.forEach((reading) => (reading.hidden = false));
  return text;
};
