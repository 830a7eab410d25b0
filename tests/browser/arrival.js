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
