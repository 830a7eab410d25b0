// Questions to a page as it is now, in this width, colour scheme and medium. Each returns a list of complaints: empty when all is well.
// Runs in the page. broken/ has at least one fault for each; a probe that no longer finds its fault fails the test.
globalThis.probes = (() => {
  // On paper there is nothing to follow or to press.
  const LEFT_OUT_OF_PRINT = "nav, .pl, .q, .back, .site-name, .skip, .links, .share, .copy, #copy, form, button, [role=status]";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const show = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const seen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    [...element.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
  // Whether a box that scrolls shows nothing of it now, and which box it moves with.
  const scrolledAway = (element) => {
    const own = element.getBoundingClientRect();
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      const { top, bottom, left, right } = box.getBoundingClientRect();
      const clips = getComputedStyle(box).overflowY !== "visible";
      if (clips && (own.bottom <= top || own.top >= bottom || own.right <= left || own.left >= right)) return true;
    }
    return false;
  };
  const scroller = (element) => {
    let box = element.parentElement;
    while (box && (getComputedStyle(box).overflowY === "visible" || (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth))) box = box.parentElement;
    return box;
  };
  const without = (element, selector) => {
    const copy = element.cloneNode(true);
    all(selector, copy).forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const name = (element) => {
    const alternatives = all("img[alt]", element).map((image) => image.alt).join("");
    const text = without(element, "rt, rp, [aria-hidden=true]") + alternatives;
    return (element.getAttribute("aria-label") ?? text).trim();
  };
  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const permalinks = () => all("a.pl");
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  const leavesOfText = (root = document.body) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const leaves = [];
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("script, style, noscript")) leaves.push(walker.currentNode);
    }
    return leaves;
  };
  const boxes = (leaf) => {
    const range = document.createRange();
    range.selectNodeContents(leaf);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  // A box as far as what scrolls around it shows it.
  const uncovered = (leaf, box) => {
    let { left, top, right, bottom } = box;
    for (let e = leaf.parentElement; e && e !== document.body; e = e.parentElement) {
      if (getComputedStyle(e).overflow === "visible") continue;
      const frame = e.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, frame.left), Math.max(top, frame.top), Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
    }
    return { left, top, right, bottom, height: bottom - top };
  };
  // Text that is there to be read: not hidden, not pushed off the page, not cut to nothing.
  const shown = (leaf) =>
    leaf.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    Number.parseFloat(getComputedStyle(leaf.parentElement).fontSize) > 0 &&
    boxes(leaf).some(({ right, bottom, width, height }) => right + scrollX > 0 && bottom + scrollY > 0 && width > 1 && height > 1);

  // Colours, as the browser settled on them.
  const rgba = (text) => {
    const [red, green, blue, alpha = 1] = text.match(/[\d.]+(?:e-\d+)?/g).map(Number);
    return text.startsWith("color(") ? [red * 255, green * 255, blue * 255, alpha] : [red, green, blue, alpha];
  };
  const over = (top, below) => top.slice(0, 3).map((value, i) => value * top[3] + below[i] * (1 - top[3]));
  const ground = (element) => {
    if (!element) return matchMedia("(prefers-color-scheme: dark)").matches && !matchMedia("print").matches ? [18, 18, 18] : [255, 255, 255];
    const colour = rgba(getComputedStyle(element).backgroundColor);
    return colour[3] === 1 ? colour.slice(0, 3) : over(colour, ground(element.parentElement));
  };
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  // The text that can be read now, leaf by leaf, for comparing one mode with another.
  globalThis.readable = () =>
    leavesOfText()
      .filter((leaf) => shown(leaf) && !leaf.parentElement.closest(`rt, rp, ${LEFT_OUT_OF_PRINT}`))
      .map((leaf) => leaf.data.replace(/\s+/g, " ").trim());

  globalThis.readableWithLinks = () =>
    leavesOfText()
      .filter((leaf) => shown(leaf) && !leaf.parentElement.closest("button, [role=status]"))
      .map((leaf) => leaf.data.replace(/\s+/g, " ").trim());

  // The kinds of places to which an address has led since the page was loaded: in another colour they are where they were.
  const arrivedAt = new Set();

  // What the Tab key stops at, in the order of the text.
  globalThis.stopsOfTheKeyboard = () =>
    all("a[href], button, input, select, textarea, summary, [tabindex]").filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }));

  return {
    // ---- of the structure: the same in every mode

    oneTitle() {
      const titles = all("h1").map((h1) => h1.textContent.trim());
      return titles.length === 1 && titles[0] !== "" ? [] : [`h1: ${JSON.stringify(titles)}`];
    },

    // Headings go down one level at a time.
    headingLevels() {
      const levels = all("h1,h2,h3,h4,h5,h6").map((heading) => Number(heading.tagName[1]));
      return levels.flatMap((level, i) => (level > (levels[i - 1] ?? 0) + 1 ? [`h${level} after h${levels[i - 1] ?? 0}`] : []));
    },

    // What looks like a heading is one, or those who jump from heading to heading pass it by.
    headingsByMarkup() {
      return all("main p > strong:only-child, main p > b:only-child")
        .filter((strong) => strong.parentElement.textContent.trim() === strong.textContent.trim() && strong.textContent.length < 40)
        .map(show);
    },

    // The first thing the Tab key reaches leads past everything that is the same on each page.
    skipLinkFirst() {
      const first = all("a[href], button, input, select, textarea, summary, [tabindex]").find((e) => e.tabIndex >= 0);
      return first?.hash && target(first)?.matches("main") ? [] : [`first stop: ${first ? show(first) : "none"}`];
    },

    // Which of two things with one id a link leads to is a matter of luck.
    uniqueIds() {
      const ids = all("[id]").map((element) => element.id);
      return [
        ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `twice: ${id}`),
        ...ids.filter((id) => !/^[\x21-\x7e]+$/.test(id)).map((id) => `not ASCII: ${id}`),
      ];
    },

    linksWithinThePage() {
      return all("a[href^='#']").filter((link) => !target(link)).map(show);
    },

    // A list of links, read aloud without the page around it, tells one from another.
    linkNames() {
      const places = new Map();
      const complaints = [];
      for (const link of all("a[href]")) {
        const text = name(link);
        if (text === "") complaints.push(`says nothing: ${show(link)}`);
        if (/^(こちら|ここ|詳細|詳しくは|詳しくはこちら|続きを読む|もっと見る|リンク|click here|here|more|https?:.*)$/i.test(text)) complaints.push(`vague: ${show(link)}`);
        if (places.has(text) && places.get(text) !== link.href) complaints.push(`「${text}」 leads to two places: ${show(link)}`);
        places.set(text, link.href);
      }
      return complaints;
    },

    // Each permalink has a name of its own and stands in the very clause it leads to.
    permalinksLeadHome() {
      const names = permalinks().map(name);
      return [
        ...permalinks().filter((link) => !target(link)?.closest("section[id], li[id], p[id], tr[id], div[id]")?.contains(link)).map((link) => `elsewhere: ${show(link)}`),
        ...names.filter((text, i) => names.indexOf(text) !== i).map((text) => `twice: ${text}`),
      ];
    },

    // The contents are the headings: the same words in the same order, and each leads to its own.
    contentsAreHeadings() {
      const links = all("nav.toc a");
      if (links.length === 0) return [];
      const deepest = Math.max(...links.map((link) => all("li", document).filter((li) => li.contains(link) && li.closest("nav.toc")).length));
      const wanted = all(".text :is(h2,h3,h4,h5,h6)")
        .filter((heading) => Number(heading.tagName[1]) <= deepest + 1)
        .map((heading) => without(heading, "rt, rp"));
      const listed = links.map((link) => without(link, "rt, rp"));
      const astray = links.filter((link) => {
        // A permanent address is an empty anchor at the start of what it names.
        const named = target(link)?.hasChildNodes() ? target(link) : target(link)?.parentElement;
        const heading = named?.matches("h1,h2,h3,h4,h5,h6") ? named : named?.querySelector("h2,h3,h4,h5,h6");
        return !heading || without(heading, "rt, rp") !== without(link, "rt, rp");
      });
      return [
        ...(JSON.stringify(wanted) === JSON.stringify(listed) ? [] : [`headings ${JSON.stringify(wanted)} but contents ${JSON.stringify(listed)}`]),
        ...astray.map((link) => `leads to another heading: ${show(link)}`),
      ];
    },

    // A strict Content-Security-Policy (default-src 'self') takes nothing away from the page.
    nothingInline() {
      return all("*")
        .filter((e) => e.matches("style, script:not([src], [type='application/ld+json'])") || [...e.attributes].some(({ name }) => /^(style$|on)/.test(name)))
        .map(show);
    },

    landmarks() {
      const count = (selector) => all(selector).length;
      const outside = leavesOfText()
        .filter((leaf) => !leaf.parentElement.closest("header, main, footer, nav, search, .skip"))
        .map((leaf) => `outside of all landmarks: ${leaf.data.trim().slice(0, 30)}`);
      const names = all("nav").map((nav) => nav.getAttribute("aria-label") ?? document.getElementById(nav.getAttribute("aria-labelledby") ?? "")?.textContent ?? "");
      return [
        ...(count("main") === 1 ? [] : [`main: ${count("main")}`]),
        ...(count("body > header") === 1 ? [] : ["no header"]),
        ...names.filter((text, i) => text.trim() === "" || names.indexOf(text) !== i).map((text) => `nav: 「${text}」`),
        ...(document.title.trim() ? [] : ["no title"]),
        ...outside,
      ];
    },

    // A voice speaks the language that is declared: of the page, and of a passage in another one. Single words stay with the sentence around them.
    language() {
      const declared = (element) => element.closest("[lang]")?.lang ?? "";
      return [
        ...(/^[a-z]{2,3}(-|$)/.test(document.documentElement.lang) ? [] : ["the page has no language"]),
        ...leavesOfText(document.querySelector("main") ?? document.body).flatMap((leaf) => {
          const language = declared(leaf.parentElement);
          // An address is of no language: WCAG 3.1.2 leaves out technical terms and words of an indeterminate one. It ends where its characters
          // end (RFC 3986), not at the next space, which in Japanese is far away.
          const words = (leaf.data.replace(/https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+/g, " ｜ ").match(/[A-Za-z]{2,}(?:[\s,.;:'’-]+[A-Za-z]+){4,}/) ?? [])[0];
          if (language.startsWith("ja") && words) return [`English without lang: ${words.slice(0, 50)}`];
          if (language.startsWith("en") && japanese.test(leaf.data) && !leaf.parentElement.closest("a")) return [`Japanese as ${language}: ${leaf.data.trim().slice(0, 30)}`];
          return [];
        }),
        ...all("[lang]:not(html)").filter((e) => /^[A-Za-z]{1,6}$/.test(e.textContent.trim())).map((e) => `a single word splits the sentence: ${show(e)}`),
      ];
    },

    // Numbers are text in list items: copied, found, read aloud, and once only.
    numbersAreText() {
      const printed = /^\s*([(（][0-9０-９ア-ンa-z]+[)）]|[①-⑳])\s*/;
      const typed = all("main p").filter((p) => printed.test(p.textContent) && !p.closest("li, td, blockquote, .about")).map((p) => `a number in no list: ${show(p)}`);
      const twice = all("main li").filter((li) => li.querySelector(":scope > .n") && /^(decimal|lower|upper|katakana|hiragana|cjk|disc)/.test(getComputedStyle(li).listStyleType) && seen(li)).map((li) => `numbered twice: ${show(li)}`);
      const made = all("main li, main h2, main h3").filter((e) => /counter/.test(getComputedStyle(e, "::before").content)).map((e) => `a number made by CSS: ${show(e)}`);
      return [...typed, ...twice, ...made];
    },

    // A ruby reading stands in a ruby and, for those whose browser knows no ruby, in parentheses.
    ruby() {
      return [
        ...all("rt").filter((rt) => !rt.closest("ruby")).map((rt) => `outside: ${show(rt)}`),
        ...all("ruby").filter((ruby) => ruby.querySelectorAll("rp").length < 2).map((ruby) => `no parentheses: ${show(ruby)}`),
      ];
    },

    // What a link opens, other than a page of this site, is said before it is followed.
    filesAndOtherSites() {
      const files = all("a[href]").filter((a) => /\.(pdf|xlsx?|docx?|pptx?|csv|zip)$/i.test(a.pathname) && !/[0-9.]+ ?[KMG]?B/i.test(a.textContent));
      const windows = all("a[target]").filter((a) => !/新しい(タブ|ウィンドウ)|外部サイト/.test(name(a)));
      return [...files.map((a) => `no size: ${show(a)}`), ...windows.map((a) => `a new window: ${show(a)}`)];
    },

    footnotesReturn() {
      return all("sup a[href^='#']").filter((a) => !target(a)?.querySelector(`a[href^='#']`)).map(show);
    },

    // Alternatives say what a picture shows, not what its file is called.
    pictures() {
      return all("img").flatMap((image) => {
        if (!image.hasAttribute("alt") || image.alt.trim() === "") return [`no alternative: ${show(image)}`];
        const file = decodeURIComponent(image.src.split("/").pop());
        return file === image.alt || file.replace(/\.\w+$/, "") === image.alt || /\.(png|jpe?g|svg|gif)$/i.test(image.alt) ? [`the name of a file: ${show(image)}`] : [];
      });
    },

    tables() {
      return all("table").flatMap((table) => {
        const widths = new Set([...table.rows].map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)));
        const named = table.caption?.textContent.trim() || table.getAttribute("aria-label") || table.closest("[role=region][aria-label], [role=region][aria-labelledby]");
        return [
          ...(all("th", table).some((th) => th.scope) ? [] : [`no header: ${show(table)}`]),
          ...(widths.size <= 1 ? [] : [`ragged: ${show(table)}`]),
          ...(named ? [] : [`no name: ${show(table)}`]),
        ];
      });
    },

    // Japanese as it is read aloud: no words spaced out for looks, no half-width kana, no sentence broken by <br>.
    japaneseText() {
      return [
        ...leavesOfText(document.querySelector("main") ?? document.body).flatMap((leaf) => {
          const spaced = leaf.data.match(/(?<![\p{Script=Han}])\p{Script=Han}[ 　]\p{Script=Han}(?:[ 　]\p{Script=Han})*(?![\p{Script=Han}])/u);
          const half = leaf.data.match(/[ｦ-ﾟ]+|[㈱㈲㍻㍼㋿㎡㌔]/u);
          return [...(spaced && !leaf.parentElement.closest(".issuer") ? [`spaced out: ${spaced[0]}`] : []), ...(half ? [`half-width or of one platform: ${half[0]}`] : [])];
        }),
        ...all("main br").filter((br) => /[^。」）)]$/.test((br.previousSibling?.data ?? "。").trim()) && br.previousSibling?.nodeType === 3 && br.nextSibling?.nodeType === 3).map((br) => `a line end inside a sentence: ${br.previousSibling.data.slice(-10)}`),
      ];
    },

    zoomAllowed() {
      return all("meta[name=viewport]").filter((meta) => /user-scalable\s*=\s*(no|0)|maximum-scale/.test(meta.content)).map(show);
    },

    // The order of the Tab key is the order of the text.
    tabOrder() {
      return all("[tabindex]").filter((element) => element.tabIndex > 0).map(show);
    },

    // ---- of what is seen: depends on width, colours, medium

    // What has an address can be seen.
    clausesSeen() {
      const paper = matchMedia("print").matches ? `, ${LEFT_OUT_OF_PRINT}` : "";
      return all("article [id]").filter((element) => !element.closest(`span, nav${paper}`) && !seen(element)).map(show);
    },

    // The page is as wide as the screen; nothing but tables and samples is read by scrolling sideways (WCAG 1.4.10).
    sidewaysScrolling() {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth ? [`${scrollWidth} px of content on ${clientWidth} px`] : [];
    },

    // What scrolls by itself is reached by keyboard and has a name; nothing else is cut off (WCAG 2.1.1, 1.4.4, 1.4.12).
    nothingCut() {
      const hides = (value) => value !== "visible";
      return all("body *").filter(seen).flatMap((element) => {
        const style = getComputedStyle(element);
        const wide = hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
        const tall = hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
        if (!wide && !tall || element.matches("input, textarea, select")) return [];
        const scrolls = /auto|scroll/.test(wide ? style.overflowX : style.overflowY);
        if (!scrolls) return [`cut off: ${show(element)}`];
        const reached = element.tabIndex >= 0 || all("a[href], button", element).length > 0;
        return reached ? [] : [`scrolls for a mouse only: ${show(element)}`];
      });
    },

    // No text lies on other text.
    nothingOverlaps() {
      const lines = leavesOfText()
        .filter((leaf) => shown(leaf) && !leaf.parentElement.closest("ruby, sup, .skip"))
        .flatMap((leaf) => boxes(leaf).map((box) => ({ leaf, box: uncovered(leaf, box) })))
        .filter(({ box }) => box.height > 0)
        .sort((a, b) => a.box.top - b.box.top);
      const complaints = [];
      for (let i = 0; i < lines.length; i += 1) {
        for (let k = i + 1; k < lines.length && lines[k].box.top < lines[i].box.bottom; k += 1) {
          const [a, b] = [lines[i], lines[k]];
          const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const height = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
          const least = Math.min(a.box.height, b.box.height);
          if (a.leaf !== b.leaf && width > 3 && height > least * 0.6) complaints.push(`「${a.leaf.data.trim().slice(0, 12)}」 on 「${b.leaf.data.trim().slice(0, 12)}」`);
        }
      }
      return complaints;
    },

    // 7:1, which is AAA, for text of every size; what tells a control from the page, 3:1 (WCAG 1.4.6, 1.4.11).
    contrast() {
      const text = leavesOfText().filter(shown).flatMap((leaf) => {
        const element = leaf.parentElement;
        const below = ground(element);
        const ratio = contrast(over(rgba(getComputedStyle(element).color), below), below);
        return ratio < 7 ? [`${ratio.toFixed(2)}:1 「${leaf.data.trim().slice(0, 20)}」 ${show(element)}`] : [];
      });
      const controls = all("button, input, select, textarea").filter(seen).flatMap((element) => {
        const style = getComputedStyle(element);
        const below = ground(element.parentElement);
        const best = Math.max(contrast(over(rgba(style.borderTopColor), below), below), contrast(ground(element), below));
        return best < 3 ? [`${best.toFixed(2)}:1 the edge of ${show(element)}`] : [];
      });
      return [...new Set([...text, ...controls])];
    },

    // Links in a sentence are told from it by more than colour (WCAG 1.4.1).
    linksUnderlined() {
      return all("main p a[href], main li a[href], main td a[href]")
        .filter((a) => seen(a) && !a.closest("nav") && !/underline/.test(getComputedStyle(a).textDecorationLine))
        .map(show);
    },

    // Large enough to be hit with a finger (WCAG 2.5.8): 24 px, or in a sentence, or with so much room that a circle of 24 px around its middle
    // touches no other target, nor the circle of another small one. What a box has scrolled out of sight moves with the box: its
    // neighbours are what is in the same box, and not what happens to stand where it would be without the box.
    targetSize() {
      const inSentence = (element) => {
        const block = element.closest("p, li, dd, td, h1, h2, h3, h4, figcaption");
        return block && !element.matches(".pl, .q") && getComputedStyle(element).display === "inline" && block.textContent.trim() !== element.textContent.trim();
      };
      const targets = all("a[href], button, input, select, summary").filter((e) => seen(e) && !e.matches(".skip")).map((element) => {
        const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
        return { element, left, right, top, bottom, width, height, x: left + width / 2, y: top + height / 2, isSmall: width < 24 || height < 24 };
      });
      const isAway = new Map(targets.map(({ element }) => [element, scrolledAway(element)]));
      const beside = (a, b) => !(isAway.get(a) || isAway.get(b)) || scroller(a) === scroller(b);
      const touches = (one, other) => {
        if (other.element === one.element) return false;
        const gap = Math.hypot(Math.max(other.left - one.x, 0, one.x - other.right), Math.max(other.top - one.y, 0, one.y - other.bottom));
        const apart = Math.hypot(other.x - one.x, other.y - one.y);
        return (gap < 12 || (other.isSmall && !inSentence(other.element) && apart < 24)) && beside(one.element, other.element);
      };
      return targets
        .filter((one) => one.isSmall && !inSentence(one.element) && (one.element.matches(".pl, .q, button, input") || targets.some((other) => touches(one, other))))
        .map(({ element, width, height }) => `${Math.round(width)}×${Math.round(height)}: ${show(element)}`);
    },

    // Japanese has no italics: slanted kanji are hard to read.
    noItalics() {
      return leavesOfText().filter((leaf) => japanese.test(leaf.data) && getComputedStyle(leaf.parentElement).fontStyle !== "normal").map((leaf) => leaf.data.trim().slice(0, 20));
    },

    // Who asked for less motion gets none.
    noMotion() {
      const smooth = getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["the page scrolls smoothly"] : [];
      const moving = document.getAnimations().map((animation) => `moves: ${show(animation.effect.target)}`);
      const slow = all("body *").filter((e) => Number.parseFloat(getComputedStyle(e).transitionDuration) > 0.01).map((e) => `a transition: ${show(e)}`);
      return [...smooth, ...moving, ...slow];
    },

    // A clause that is copied is its number and its text on one line: no reading, no link's mark, no number of a note.
    copiedText() {
      const bare = (element) => without(element, "rt, rp, .pl, .q, sup a, button").replace(/\s/g, "");
      const selection = getSelection();
      const complaints = all("article :is(li, p, tr)[id]").filter(seen).flatMap((clause) => {
        selection.selectAllChildren(clause);
        const copied = selection.toString();
        const number = clause.querySelector(":scope > .n")?.textContent;
        if (copied.replace(/\s/g, "") !== bare(clause)) return [`copied as 「${copied.slice(0, 40)}」: ${show(clause)}`];
        return number && !new RegExp(`^${RegExp.escape?.(number) ?? number.replace(/[()]/g, "\\$&")}[^\n]`).test(copied) ? [`the number alone on its line: ${show(clause)}`] : [];
      });
      selection.removeAllRanges();
      return complaints;
    },

    // Wherever the focus is, a ring shows it: drawn, wide enough, and clear of the ground of what it stands in, or of its own if the ring is
    // inside (WCAG 2.4.7, 2.4.13, 1.4.11).
    focusRing() {
      const complaints = stopsOfTheKeyboard().flatMap((stop) => {
        stop.focus({ preventScroll: true, focusVisible: true });
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(stop);
        if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return [`none: ${show(stop)}`];
        const below = ground(Number.parseFloat(outlineOffset) < 0 ? stop : stop.parentElement);
        const ratio = contrast(over(rgba(outlineColor), below), below);
        return ratio < 3 ? [`${ratio.toFixed(2)}:1 (${outlineColor}): ${show(stop)}`] : [];
      });
      document.activeElement.blur();
      scrollTo(0, 0);
      return complaints;
    },

    // Who arrives at a place sees it: on the screen, and under nothing. An address scrolls as `scrollIntoView` does (HTML, "scroll to the
    // fragment"), which the browser need not be asked for each time. That it finds a place by its address, and what the mark on a place may
    // move, is seen at the first of each kind at this width.
    arrival() {
      const arrive = (element) => {
        const kind = `${element.localName}.${element.className} in ${element.parentElement.localName}.${element.parentElement.className} at ${innerWidth}`;
        if (arrivedAt.has(kind)) element.scrollIntoView({ behavior: "auto", block: "start", inline: "nearest" });
        else location.hash = element.id;
        arrivedAt.add(kind);
      };
      const complaints = all("main [id]").filter((e) => seen(e) || e.matches("span")).flatMap((element) => {
        arrive(element);
        const { top, left } = element.getBoundingClientRect();
        if (top < -1 || top > innerHeight - 10) return [`${Math.round(top)} px from the top: ${show(element)}`];
        const stack = document.elementsFromPoint(Math.max(left, 0) + 4, top + 8);
        const stuck = stack.find((e) => /fixed|sticky/.test(getComputedStyle(e).position) && !e.contains(element));
        return stuck && stack.indexOf(stuck) === 0 | stuck?.contains(stack[0]) ? [`under ${show(stuck)}: ${show(element)}`] : [];
      });
      history.replaceState(null, "", location.pathname + location.search);
      return complaints;
    },

    // The mark on the place arrived at leaves its text as clear as before: of a section, and of the text as a whole after the skip link.
    contrastOnArrival() {
      const places = [document.querySelector("main"), document.querySelector("main section[id]")].filter((e) => e?.id);
      const complaints = places.flatMap((place) => {
        location.hash = place.id;
        return this.contrast().slice(0, 1).map((text) => `#${place.localName}: ${text}`);
      });
      location.hash = "";
      return complaints;
    },

    // Who arrives sees where: also without colours.
    targetMarked() {
      const place = all("main li[id], main section[id], main p[id]").find(seen);
      if (!place) return [];
      const look = () => {
        const { outlineStyle, outlineWidth, backgroundColor, boxShadow } = getComputedStyle(place);
        return matchMedia("(forced-colors: active)").matches ? [outlineStyle, outlineWidth] : [outlineStyle, outlineWidth, backgroundColor, boxShadow];
      };
      location.hash = "main";
      const before = JSON.stringify(look());
      location.hash = place.id;
      const after = JSON.stringify(look());
      location.hash = "";
      return before === after ? [`looks the same: ${show(place)}`] : [];
    },
  };
})();
