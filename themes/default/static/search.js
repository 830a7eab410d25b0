// Search in the visitor's browser: the index lies in small files beside the search page, of which a query loads a few.
// They are scripts, so that a site on a disk (file://) can be searched too. Their form: src/search/shard.rs.
// fold, numbered and forms normalise as fold.rs, number.rs and form.rs do; tests/search/vectors.json compares them.
"use strict";
globalThis.hoshinSearch = (() => {
  // ---- What does not count when one looks for something --------------------------------------------------------------

  const CLUSTERS = /[^][\p{M}\uff9e\uff9f]*/gu;
  const DROPPED =
    /[\p{White_Space}・·\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0100}-\u{e01ef}]/u;
  const SHAPES = new Map();
  for (const [shape, ...others] of ["-‐‑‒–—―−", "~〜", "靱靭靫", "高髙", "崎﨑嵜", "辺邊邉", "斉齋齊斎", "沢澤", "浜濱濵",
    "国國", "桜櫻", "広廣", "徳德", "恵惠", "真眞", "寿壽", "条條", "滝瀧", "富冨", "島嶋嶌", "槙槇", "桧檜", "填塡", "頬頰",
    "剥剝", "叱𠮟", "吉𠮷"]) {
    for (const other of others) SHAPES.set(other, shape);
  }

  // A form of a text: each UTF-16 unit of `text` stands for the units from[i] to to[i] of the text as shown.
  const fold = (source, from, to) => {
    const form = { text: "", from: [], to: [] };
    for (const { 0: cluster, index } of source.matchAll(CLUSTERS)) {
      for (const c of cluster.normalize("NFKC")) {
        for (const lower of c.toLowerCase()) {
          if (DROPPED.test(lower)) continue;
          const shape = SHAPES.get(lower) ?? lower;
          form.text += shape;
          for (let i = 0; i < shape.length; i++) {
            form.from.push(from[index]);
            form.to.push(to[index + cluster.length - 1]);
          }
        }
      }
    }
    return form;
  };

  // ---- Numbers and years ---------------------------------------------------------------------------------------------

  const KANJI = "〇一二三四五六七八九";
  const NUMERAL = `[${KANJI}十百千万]+`;
  const NUMERALS = new RegExp(
    `(明治|大正|昭和|平成|令和|[明大昭平令mtshr])(元|\\d+|${NUMERAL})|(${NUMERAL})|([ivx]+)(?![a-z])`, "g");
  const BEFORE_FIRST = { 明: 1867, 大: 1911, 昭: 1925, 平: 1988, 令: 2018, m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 };
  const POWERS = { 十: 10, 百: 100, 千: 1000 };
  const COUNTERS = "年月日期次回条項号章節";

  // The value of digits or of a numeral in kanji, as src/japanese/numeral.rs reads it; NaN where it is none (十二三).
  const value = (numeral) => {
    if (/\d/.test(numeral)) return numeral.length > 6 ? NaN : Number(numeral);
    let total = 0;
    let group = 0;
    let power = 10000;
    let run = "";
    const rest = () => (power < 10000 && Number(run) > 9 ? NaN : group + Number(run));
    for (const c of numeral) {
      if (KANJI.includes(c)) {
        run += KANJI.indexOf(c);
        if (Number(run) > 999999) return NaN;
      } else if (c === "万") {
        if (total > 0 || !(rest() > 0)) return NaN;
        total = rest() * 10000;
        group = 0;
        power = 10000;
        run = "";
      } else {
        if (POWERS[c] >= power || run.length > 1 || run === "0") return NaN;
        group += Number(run || 1) * POWERS[c];
        power = POWERS[c];
        run = "";
      }
    }
    return total + rest() <= 99999999 ? total + rest() : NaN;
  };
  const romanValue = (numerals) => {
    const worth = [...numerals].map((c) => ({ i: 1, v: 5, x: 10 })[c]);
    return worth.reduce((total, one, i) => (one < (worth[i + 1] ?? 0) ? total - one : total + one), 0);
  };

  // A letter or the first character of an era counts only where it is no part of a word.
  const standsAlone = (era, before, after) => {
    if (era.length === 2) return true;
    if (/[a-z]/.test(era)) return !/[a-z\d]$/.test(before) && !/[a-z\d]/.test(after);
    return !/[㐀-䶿一-鿿々〆\u{20000}-\u{323af}]$/u.test(before) && /[年.]/.test(after);
  };

  const number = ([all, era, year, kanji], before, after) => {
    if (era) {
      const number = year === "元" ? 1 : value(year);
      return number >= 1 && number <= 99 ? BEFORE_FIRST[era[0]] + number : NaN;
    }
    if (!before.endsWith("第") && !COUNTERS.includes(after || " ")) return NaN;
    if (kanji) return value(kanji);
    return all.length > 7 || /[a-z]$/.test(before) ? NaN : romanValue(all);
  };

  // The form with its numbers and years in digits; null where there are none to be rewritten.
  const numbered = (form) => {
    const out = { text: "", from: [], to: [] };
    let copied = 0;
    const copy = (until) => {
      out.text += form.text.slice(copied, until);
      out.from.push(...form.from.slice(copied, until));
      out.to.push(...form.to.slice(copied, until));
    };
    NUMERALS.lastIndex = 0;
    for (let match = NUMERALS.exec(form.text); match; match = NUMERALS.exec(form.text)) {
      const end = NUMERALS.lastIndex;
      const before = form.text.slice(Math.max(0, match.index - 2), match.index);
      const after = form.text[end] ?? "";
      if (match[1] && !standsAlone(match[1], before, after)) {
        NUMERALS.lastIndex = match.index + 1;
        continue;
      }
      const digits = number(match, before, after);
      if (Number.isNaN(digits)) continue;
      copy(match.index);
      copied = end;
      for (const digit of String(digits)) {
        out.text += digit;
        out.from.push(form.from[match.index]);
        out.to.push(form.to[end - 1]);
      }
    }
    if (copied === 0) return null;
    copy(form.text.length);
    return out;
  };

  // ---- The forms of a passage, whose ruby stands in marks ------------------------------------------------------------

  const pieces = (marked) => {
    const out = [];
    let last = 0;
    let place = 0;
    for (const match of marked.matchAll(/\ufff9([^\ufffa]*)\ufffa([^\ufffb]*)\ufffb/g)) {
      if (match.index > last) {
        out.push({ base: marked.slice(last, match.index) });
        place = 0;
      }
      out.push({ base: match[1], reading: match[2], place: place++ });
      last = match.index + match[0].length;
    }
    out.push({ base: marked.slice(last) });
    return out;
  };
  const shown = (marked) => pieces(marked).map(({ base }) => base).join("");

  const variant = (all, isRead) => {
    let text = "";
    const from = [];
    const to = [];
    let at = 0;
    for (const { base, reading, place } of all) {
      const read = reading !== undefined && isRead(place);
      const piece = read ? reading : base;
      for (let i = 0; i < piece.length; i++) {
        from.push(read ? at : at + i);
        to.push(read ? at + base.length : at + i + 1);
      }
      text += piece;
      at += base.length;
    }
    return fold(text, from, to);
  };

  const forms = (marked) => {
    const all = pieces(marked);
    const longest = Math.min(4, Math.max(0, ...all.map(({ place }) => (place ?? -1) + 1)));
    const choices = [() => false];
    if (longest > 0) choices.push(() => true);
    for (let i = 0; longest > 1 && i < longest; i++) choices.push((place) => place === i);
    const out = new Map();
    for (const choice of choices) {
      const folded = variant(all, choice);
      for (const form of [folded, numbered(folded)]) if (form && !out.has(form.text)) out.set(form.text, form);
    }
    return [...out.values()];
  };

  // The words of a query, each with the forms to look for; spaces part words.
  const words = (query) =>
    query.split(/\p{White_Space}+/u).map((word) => ({ word, forms: forms(word).map(({ text }) => [...text]) }))
      .filter(({ forms }) => forms[0].length > 0);

  // The same query with its words taken apart where the kind of script changes, for when they stand nowhere in one piece:
  // LINE登録 as LINE and 登録. Digits stay with their kanji: 第3期 is not 第, 3 and 期.
  const RUNS = /[\p{sc=Han}々\p{Nd}]{2,}|[\p{sc=Latin}\p{Nd}]{2,}|[\p{sc=Katakana}ー]{2,}|\p{sc=Hiragana}{3,}/gu;
  const apart = (query) => {
    const runs = [...new Set(query.match(RUNS))];
    return runs.some((run) => /^\p{Nd}+$/u.test(run)) ? [] : runs;
  };

  // ---- The files of the index ----------------------------------------------------------------------------------------

  let directory;
  const waiting = new Map();
  const loading = new Map();
  let loaded = 0;

  const load = (name) => {
    if (!loading.has(name)) {
      loading.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${name}.js?v=${directory.version}`;
        // A server may send a page in place of a file that is missing: it loads, and calls nothing.
        script.onerror = script.onload = () => {
          if (waiting.has(name)) loading.delete(name);
          reject(new Error("failed"));
        };
        waiting.set(name, { resolve, reject });
        document.head.append(script);
      }));
    }
    return loading.get(name);
  };

  const arrived = (name) => {
    const promise = waiting.get(name);
    waiting.delete(name);
    return promise;
  };

  const numbers = (coded) => {
    const out = [];
    let sum = 0;
    let unit = 1;
    for (let i = 0; i < coded.length; i++) {
      const code = coded.charCodeAt(i);
      const digit = code - 33 - (code > 34) - (code > 92);
      sum += digit * unit;
      unit *= 32;
      if (digit < 60) {
        out.push(sum);
        sum = 0;
        unit = 1;
      }
    }
    return out;
  };
  // From an ordered list, the number of the last entry that is not greater.
  const lastUpTo = (list, wanted) => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const starts = (sizes) => {
    let sum = 0;
    return sizes.map((size) => (sum += size) - size);
  };
  const keysOf = (grams) => {
    const points = Array.from(grams, (c) => c.codePointAt(0));
    return points.filter((_, i) => i % 2 === 0).map((first, i) => key(first, points[2 * i + 1]));
  };
  const key = (first, second) => first * 0x200000 + second;

  const open = (data) => {
    const coded = numbers(data.documents);
    const column = (n) => coded.filter((_, i) => i % 4 === n);
    // Of each passage with the address of the one before: the first passage with that address.
    const first = new Map();
    let joined = 0;
    for (const step of numbers(data.joined)) {
      joined += step;
      first.set(joined, first.get(joined - 1) ?? joined - 1);
    }
    directory = {
      ...data,
      grams: keysOf(data.grams),
      later: new Map(data.later),
      texts: starts(numbers(data.texts)),
      end: numbers(data.texts).reduce((sum, size) => sum + size, 0),
      documents: starts(column(0)),
      first,
      facets: [column(1), column(2), column(3)],
    };
    main();
  };
  const grams = (file, version, grams, lists) => {
    const { resolve, reject } = arrived(`g${file}`);
    loaded += lists.length + 3 * grams.length;
    if (version === directory.version) resolve({ keys: keysOf(grams), lists: lists.split(" ") });
    else reject(new Error("stale"));
  };
  const texts = (file, shelves) => {
    const passages = shelves.flatMap((shelf) => shelf.passages.map(([fragment, place, text]) => ({ ...shelf, fragment, place, text })));
    arrived(`t${file}`).resolve(passages);
  };

  // Passage and place of each entry of a list, as one number.
  const entries = (list) => {
    const out = [];
    const all = numbers(list);
    let [next, place] = [0, 0];
    for (let i = 0; i < all.length; i++) {
      if (all[i] % 2 === 0) {
        next += all[i] / 2 + 1;
        place = all[++i];
      } else {
        place += (all[i] - 1) / 2;
      }
      out.push((next - 1) * 65536 + place);
    }
    return out;
  };

  // ---- From a query to passages --------------------------------------------------------------------------------------

  // The numbers of the files with the list of a bigram, in order.
  const filesOf = (wanted) => {
    const last = lastUpTo(directory.grams, wanted);
    let first = last;
    while (first > 0 && directory.grams[first] === wanted && directory.grams[first - 1] === wanted) first--;
    return last < 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  };

  // The index is asked for so many words of a query, and so many characters of a word; the rest is compared with the texts.
  const [WORDS, ASKED] = [10, 100];
  const FEW_FILES = 8;

  // What has to be loaded for one form of a word: the bigrams that cover it, where their lists take few files; else no more than
  // four of these, and rather none whose list takes several files. `isExact`: nothing was left out, so that what the index finds need not be compared with the text.
  const planOf = (form) => {
    const points = form.slice(0, ASKED).map((c) => c.codePointAt(0));
    if (points.length === 1) {
      const [first, last] = [lastUpTo(directory.grams, key(points[0], 0)), lastUpTo(directory.grams, key(points[0] + 1, 0))];
      const files = Array.from({ length: last - Math.max(first, 0) + 1 }, (_, i) => Math.max(first, 0) + i);
      return files.length > 4 ? { parts: [], isExact: false } : { single: points[0], files, parts: [], isExact: true };
    }
    const parts = [];
    for (let at = 0; at < points.length; at += 2) {
      const place = Math.min(at, points.length - 2);
      const gram = key(points[place], points[place + 1]);
      parts.push({ place, gram, files: filesOf(gram) });
    }
    const isWhole = points.length === form.length;
    if (parts.reduce((sum, { files }) => sum + Math.max(1, files.length), 0) <= FEW_FILES) return { parts, isExact: isWhole };
    const short = parts.filter(({ files }) => files.length < 2);
    const fit = short.length > 0 ? short : parts;
    const step = Math.max(1, fit.length / 4);
    const chosen = fit.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
    return { parts: chosen, isExact: chosen.length === parts.length && isWhole };
  };

  const entriesIn = async (gram, file, within) => {
    const { keys, lists } = await load(`g${file}`);
    const found = keys.indexOf(gram);
    const [low, high] = [within[0] * 65536, within[1] * 65536];
    return found < 0 ? [] : entries(lists[found]).filter((entry) => entry >= low && entry < high);
  };

  // The passages that have a form, among those from within[0] up to within[1].
  const passagesWith = async ({ single, files, parts }, within) => {
    if (single !== undefined) {
      const loads = await Promise.all(files.map((file) => load(`g${file}`)));
      const isFirst = (gram) => Math.floor(gram / 0x200000) === single;
      const passages = loads.flatMap(({ keys, lists }) => lists.filter((_, i) => isFirst(keys[i])).flatMap(entries))
        .map((entry) => Math.floor(entry / 65536));
      return new Set(passages.filter((passage) => passage >= within[0] && passage < within[1]));
    }
    const lists = await Promise.all(parts.map(async ({ place, gram, files }) => {
      const file = files.findLast((file) => (directory.later.get(file) ?? 0) <= within[0]);
      const all = file === undefined ? [] : await entriesIn(gram, file, within);
      return all.map((entry) => entry - place);
    }));
    lists.sort((a, b) => a.length - b.length);
    const [shortest = [], ...others] = lists;
    const sets = others.map((list) => new Set(list));
    return new Set(shortest.filter((entry) => sets.every((set) => set.has(entry))).map((entry) => Math.floor(entry / 65536)));
  };

  // How much of the index is loaded for one answer, in bytes.
  const ENOUGH = 160_000;

  const documentOf = (passage) => lastUpTo(directory.documents, passage);
  // A long clause has several passages. It is one hit, named by the first of them.
  const clauseOf = (passage) => directory.first.get(passage) ?? passage;

  // The clauses a search has found so far: all that the index can tell of the stretch looked at, and no less than there is. more() looks
  // further, one stretch after the other. While isExact is false, what is found has to be compared with its text.
  const search = (query, chosen) => {
    const unasked = { parts: [], isExact: false };
    const plans = words(query).map(({ word, forms }, i) => {
      const plans = forms.map((form) => (i < WORDS ? planOf(form) : unasked));
      return { word, forms, plans, isExact: plans.every(({ isExact }) => isExact), above: new Set(), found: false };
    });
    const all = plans.flatMap(({ plans }) => plans);
    const borders = new Set(all.flatMap(({ parts }) => parts.flatMap(({ files }) => files.map((file) => directory.later.get(file) ?? 0))));
    const windows = [...borders.add(0)].sort((a, b) => a - b);
    const usable = plans.filter(({ plans }) => plans.every(({ single, parts }) => single !== undefined || parts.length > 0));
    const state = { hits: [], words: plans, isExact: plans.every(({ isExact }) => isExact), isDone: false, isShort: usable.length === 0 };
    // Of a word that the index is not asked for it is not known that it stands nowhere.
    for (const word of plans) word.found = !usable.includes(word);

    const isChosen = (passage) => {
      const document = documentOf(passage);
      return chosen.every((value, i) => value === 0 || directory.facets[i][document] === value);
    };
    const look = async (within) => {
      const sets = await Promise.all(usable.map(async ({ plans }) => {
        const found = await Promise.all(plans.map((plan) => passagesWith(plan, within)));
        return new Set(found.flatMap((set) => [...set]));
      }));
      // A word in a document's title counts for each of its passages, but one word has to stand in the passage itself.
      sets.forEach((set, i) => {
        if (set.size > 0) usable[i].found = true;
        for (const passage of set) if (directory.documents[documentOf(passage)] === passage) usable[i].above.add(documentOf(passage));
      });
      const clauses = sets.map((set) => new Set([...set].map(clauseOf)));
      const has = (i, clause) => clauses[i].has(clause) || usable[i].above.has(documentOf(clause));
      const any = new Set(clauses.flatMap((set) => [...set]));
      // A word that the index is not asked for may stand in any passage below a title that has all others.
      if (usable.length < plans.length) for (const document of usable[0].above) {
        if (!usable.every(({ above }) => above.has(document))) continue;
        const end = Math.min(within[1], directory.documents[document + 1] ?? directory.end);
        for (let passage = Math.max(within[0], directory.documents[document]); passage < end; passage++) any.add(clauseOf(passage));
      }
      const hits = [...any].filter((clause) => isChosen(clause) && clauses.every((_, i) => has(i, clause)));
      for (const hit of hits.sort((a, b) => a - b)) state.hits.push(hit);
    };
    // Looks on until there are so many hits, or so many bytes have been loaded.
    state.more = async (wanted, bytes = ENOUGH) => {
      const before = loaded;
      while (!state.isDone && state.hits.length < wanted && loaded - before < bytes) {
        const from = windows.shift();
        await look([from, windows[0] ?? 2 ** 32]);
        state.isDone = windows.length === 0;
      }
    };
    if (state.isShort) state.isDone = true;
    return state;
  };

  const passageAt = async (passage) => {
    const file = lastUpTo(directory.texts, passage);
    return (await load(`t${file}`))[passage - directory.texts[file]];
  };
  // Where a text, in all its forms, has one of the forms of a word.
  const rangesIn = (all, { forms }) => {
    const ranges = [];
    for (const wanted of forms.map((form) => form.join(""))) {
      for (const { text, from, to } of all) {
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
          ranges.push([from[at], to[at + wanted.length - 1]]);
        }
      }
    }
    return ranges;
  };
  // Whether the title of a passage's document has a word; the index alone may not be sure of it.
  const isAbove = async (passage, word) => {
    const document = documentOf(passage);
    if (word.isExact) return word.above.has(document);
    return rangesIn(forms((await passageAt(directory.documents[document])).text), word).length > 0;
  };

  // A hit with the first of its passages that has something to be marked, and the ranges in it; null when the clause does not
  // have the words after all.
  const hitAt = async (clause, words) => {
    const numbers = [clause];
    while (directory.first.get(numbers.at(-1) + 1) === clause) numbers.push(numbers.at(-1) + 1);
    const passages = await Promise.all(numbers.map(passageAt));
    const all = passages.map(({ text }) => ({ forms: forms(text), ranges: [] }));
    for (const word of words) {
      let isFound = false;
      for (const { forms, ranges } of all) {
        const own = rangesIn(forms, word);
        ranges.push(...own);
        isFound ||= own.length > 0;
      }
      if (!isFound && !(await isAbove(clause, word))) return null;
    }
    const first = all.findIndex(({ ranges }) => ranges.length > 0);
    return first < 0 ? null : { ...passages[first], shown: shown(passages[first].text), ranges: merged(all[first].ranges) };
  };
  const merged = (ranges) => {
    const out = [];
    for (const [from, to] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = out.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else out.push([from, to]);
    }
    return out;
  };

  // ---- The page ------------------------------------------------------------------------------------------------------

  const AT_ONCE = 10;
  // How much of a long passage is shown, in UTF-16 units, and how much before the first mark.
  const [CONTEXT, BEFORE] = [180, 50];

  const element = (name, ...content) => {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  };

  const context = ({ shown, ranges }) => {
    const isLow = (at) => shown.charCodeAt(at) >> 10 === 0x37;
    let from = shown.length <= CONTEXT ? 0 : Math.max(0, Math.min(ranges[0][0] - BEFORE, shown.length - CONTEXT));
    let to = Math.min(shown.length, Math.max(from + CONTEXT, ranges[0][1]));
    if (isLow(from)) from--;
    if (isLow(to)) to++;
    const paragraph = element("p", from > 0 ? "…" : "");
    let at = from;
    for (const [start, end] of ranges.filter(([start, end]) => start >= from && end <= to)) {
      paragraph.append(shown.slice(at, start), element("mark", shown.slice(start, end)));
      at = end;
    }
    paragraph.append(shown.slice(at, to), to < shown.length ? "…" : "");
    return paragraph;
  };

  const main = () => {
    const form = document.getElementById("search-form");
    if (!form) return;
    const [status, list, more, help] = ["status", "results", "more", "help"].map((id) => document.getElementById(`search-${id}`));
    const title = document.title;
    const fields = { year: directory.years.map(String), kind: directory.kinds, unit: directory.units };
    // A theme's own search page may lack the newer ones.
    const usual = { titled: "{q}｜{t}", between: "」「" };
    const word = (what) => status.dataset[what] ?? usual[what];
    const said = (what, values) => word(what).replace(/\{(\w)\}/g, (_, name) => values[name]);
    const say = (what, values = {}, before = "") => {
      status.textContent = what && before + said(what, values);
    };
    const item = (hit) => {
      const link = element("a", hit.cited + (hit.place && (hit.between ?? "")) + hit.place);
      link.href = `../${hit.file}${hit.fragment && `#${hit.fragment}`}`;
      const made = element("li", element("p", link, hit.old ? element("span", list.dataset.old) : ""), context(hit));
      if (hit.lang) made.lang = hit.lang;
      return made;
    };
    let current = 0;
    let answered;

    const run = async () => {
      const mine = ++current;
      answered = location.search;
      const asked = new URLSearchParams(location.search);
      const query = (asked.get("q") ?? "").trim();
      for (const input of form.elements) if (input.name && asked.has(input.name)) input.value = asked.get(input.name);
      document.title = query ? said("titled", { q: query, t: title }) : title;
      list.replaceChildren();
      list.hidden = more.hidden = help.hidden = true;
      say(query && "wait");
      if (!query) return;

      const chosen = Object.entries(fields).map(([name, values]) => values.indexOf(asked.get(name)) + 1);
      let state = search(query, chosen);
      let checked = 0;
      let note = "";
      const parts = apart(query);
      const found = (clause) => hitAt(clause, state.words);
      const next = async () => {
        const items = [];
        while (items.length < AT_ONCE && (checked < state.hits.length || !state.isDone)) {
          await state.more(checked + AT_ONCE);
          const some = state.hits.slice(checked, checked + AT_ONCE - items.length);
          checked += some.length;
          items.push(...(await Promise.all(some.map(found))).filter(Boolean).map(item));
          if (some.length === 0) break;
        }
        return items;
      };
      const show = async () => {
        const before = loaded;
        const items = await next();
        if (mine !== current) return;
        list.append(...items);
        list.hidden = list.children.length === 0;
        await state.more(Infinity, ENOUGH - (loaded - before));
        // Where the index alone is not sure and the hits are few, each is compared with its text before they are counted.
        if (!state.isExact && state.isDone && state.hits.length <= 4 * AT_ONCE) {
          const rest = state.hits.slice(checked);
          const sure = await Promise.all(rest.map(found));
          state.hits.splice(checked, rest.length, ...rest.filter((_, i) => sure[i]));
          state.isExact = true;
        }
        if (mine !== current) return;
        const isAll = state.isDone && checked >= state.hits.length;
        if (isAll && list.children.length === 0 && !note && parts.length > 1) {
          const whole = state;
          state = search(parts.join(" "), chosen);
          checked = 0;
          note = said("apart", { q: query, p: parts.join(word("between")) });
          const first = await show();
          if (first || !state.isDone) return first;
          state = whole;
        }
        more.hidden = isAll;
        // What is shown has been compared. What is not is counted where that makes the number right, or at least not too small.
        const open = state.isDone || state.isExact ? state.hits.length - checked : 0;
        const n = list.children.length + (isAll ? 0 : open);
        const { words } = state;
        const missing = words.filter(({ found }) => !found).map(({ word }) => word);
        help.hidden = n > 0;
        if (state.isShort) say("short", { q: query });
        else if (n === 0 && isAll && words.length > 1 && missing.length > 0) say("missing", { q: missing.join(word("between")) });
        else if (n === 0 && isAll) say("none", { q: query });
        else say(!state.isDone ? "least" : isAll || state.isExact ? "found" : "about", { n: n.toLocaleString() }, note);
        return items[0];
      };
      more.onclick = () => show().then((first) => first?.querySelector("a").focus(), fail);
      const fail = (error) => mine === current && say(error.message === "stale" ? "stale" : "failed");
      await show().catch(fail);
    };

    form.addEventListener("submit", (event) => {
      const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
      try {
        history.pushState(null, "", `?${asked}`);
      } catch {
        return; // From file:// some browsers change no address; the form then loads the page anew.
      }
      event.preventDefault();
      run();
    });
    // A step within the page, as by the skip link, asks nothing new.
    addEventListener("popstate", () => location.search === answered || run());
    run();
  };

  globalThis.document?.addEventListener("DOMContentLoaded", () => {
    const status = document.getElementById("search-status");
    if (status && !directory) status.textContent = status.dataset.failed;
  });
  return { open, grams, texts, forms, words, search };
})();
