// Asks the preview what has become of this page, and shows it: another page is loaded anew (the browser keeps the place),
// other styles are exchanged, other findings are put in. Asks only while somebody looks.
"use strict";
(() => {
  const script = document.currentScript;
  let seen = script.dataset.seen;
  let asking = null;
  const parts = (token) => token.split(".");

  const exchangeStyles = (word) => {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const url = new URL(old.href);
      if (url.origin !== location.origin || url.pathname.startsWith("/_hoshin/")) continue;
      url.searchParams.set("hoshin", word);
      const fresh = old.cloneNode();
      fresh.href = url.href;
      fresh.addEventListener("load", () => old.remove());
      fresh.addEventListener("error", () => fresh.remove());
      old.after(fresh);
    }
  };

  const show = (state) => {
    const [page, styles, notice] = parts(seen);
    if (state.page !== page) {
      location.reload();
      return false;
    }
    if (state.styles !== styles) exchangeStyles(state.styles);
    if (state.notice !== notice) {
      const place = document.getElementById("hoshin-preview");
      if (place) place.innerHTML = state.html;
    }
    seen = state.token;
    return true;
  };

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

  const ask = async () => {
    while (document.visibilityState === "visible") {
      try {
        asking = new AbortController();
        const query = new URLSearchParams({ page: location.pathname, seen });
        const url = "/_hoshin/state?" + query.toString().replaceAll("+", "%20");
        const answer = await fetch(url, { signal: asking.signal, cache: "no-store" });
        const state = await answer.json();
        if (state.token !== seen && !show(state)) return;
      } catch {
        await pause(1000); // The preview has ended or is being started again.
      }
    }
    asking = null;
  };

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      if (!asking) ask();
    } else if (asking) {
      asking.abort();
    }
  });
  ask();
})();
