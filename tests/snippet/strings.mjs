// The strings on which both counters must agree: pieces that are easy to miscount in Japanese text, joined at random with a fixed seed.
let state = 20260401;
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const pick = (list) => list[random(list.length)];

const pieces = [
  "市民が必要としている情報を", "努めること。", "「ゼロカーボンシティ」", "（BPR）", "令和８年度", "2050年", "、", "。", "…", "・", "〜", " ", "　", "\n", "\r\n", "\t",
  "ｶﾞｷﾞ", "ﾎﾟｰﾀﾙ", "か\u3099き\u3099", "ハ\u309A", "葛\u{E0100}城", "辻\u{E0101}", "𠮷野家", "𩸽", "㋿", "①", "㈱", "“引用”", "’", "—", "–", "é", "e\u0301", "ß", "한국", "ไทย",
  "👨‍👩‍👧‍👦", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇯🇵", "1️⃣", "#️⃣", "☎︎", "☎️", "☎", "❤️", "㊗️", "㊗", "〰️", "©", "🐛", "👩🏻‍💻", "🧑‍🚀", "\uFE0F", "\u200D", "⏩\uFE0E",
  "https://www.city.example.jp/", "https://www.city.kokubunji.tokyo.jp/c/k7f3q/", "http://example.com/path_(paren)/?q=1&r=%E5%B8%82#s5-1", "https://hoshin.example/c/rwmzf/",
  "https://t.co/abcdefghij", "https://t.co/abc123?x=1", "https://例え.jp/", "https://example.みんな/", "HTTPS://EXAMPLE.COM", "https://example.com:8080/a", "http://localhost/",
  "city.example.lg.jp", "example.com", "policy.rs", "README.md", "www.example.co.jp/path", "sub_domain.example.com", "example.com?x=1", "例え.example.com/a", "市.jp", "xn--wgv71a.jp", "a.b.c",
  "mail@example.jp", "@user", "@user@example.jp", "#国分寺市", "＃タグ", "$JPY", "-example.com", "_example.com", "/example.com", ".com", "v1.2.3", "3.14", "令和8.4.1", "a.jpです", "example.jp。", "example.jp-2", "example.jp+", "example.jp@",
  "ください。www.example.jp", "ご確認ください。詳しくは市のホームページをご覧ください。問い合わせは政策経営部まで。example.jp",
];

/** Two to twelve pieces each. */
export const generated = (count) => Array.from({ length: count }, () => Array.from({ length: 2 + random(11) }, () => pick(pieces)).join(""));

/** Every piece alone, and every pair of them. */
export const systematic = () => [...pieces, ...pieces.flatMap((left) => pieces.map((right) => left + right))];
