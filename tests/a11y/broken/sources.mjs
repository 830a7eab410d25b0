// Faults an author can make, one each, and the code `hoshin check` gives it. `body` is the text of a document; `base` has none.

const TITLE = "# 見本部の運営方針\n\n";
const body = (fault, code, text) => ({ fault, code, text: `${TITLE}${text}\n` });

export const BASE = `${TITLE}見直しの結果は、毎年公表する。\n\n## 1 基本\n\n(1) 市民とともに歩むこと。\n\n(2) 結果を公表すること。\n`;

export const SOURCES = [
  body("こちら as the words of a link", "vague-link-text", "詳しくは[こちら](https://www.example.jp/)を参照すること。"),
  body("a link without words", "empty-link-text", "総合計画[](https://www.example.jp/)を参照すること。"),
  body("no alternative of a picture", "missing-alt", "![](zu.svg)"),
  body("the name of its file as the alternative", "missing-alt", "![zu.svg](zu.svg)"),
  body("a picture that is not there", "dead-image", "![修繕費の推移](nai.svg)"),
  body("a picture from elsewhere", "external-image", "![修繕費の推移](https://www.example.jp/zu.png)"),
  body("a dead link", "dead-link", "[総合計画の本文](nai.pdf)を参照すること。"),
  body("a dead fragment", "dead-link", "[目標と時期](#s9)を参照すること。"),
  body("a link to a place that is none", "dangling-reference", "[[r8/nai#s1]]を参照すること。"),
  body("a number left out", "label-gap", "## 1 基本\n\n(1) 歩むこと。\n\n(3) 公表すること。"),
  body("a number twice", "label-duplicate", "## 1 基本\n\n(1) 歩むこと。\n\n(1) 公表すること。"),
  body("a level of headings left out", "heading-jump", "## 1 基本\n\n#### (1) 補足\n\n歩むこと。"),
  body("an empty heading", "empty-heading", "## \n\n歩むこと。"),
  body("a date that does not exist", "impossible-date", "令和８年２月30日に施行する。"),
  body("an era and a year that do not agree", "era-mismatch", "令和８年（2025年）に見直す。"),
  body("a footnote that is nowhere", "footnote-missing", "公表すること。[^nai]"),
  body("a footnote nobody refers to", "footnote-unused", "公表すること。\n\n[^aru]: 注の文。"),
  body("a cell too many: text that would be lost", "surplus-cells", "| 番号 | 目標 |\n|---|---|\n| 1 | 一元化 | 余り |"),
  body("a character that cannot be seen", "zero-width-character", "公表\u200bすること。"),
  body("HTML that would not be shown", "raw-html", "公表<b>する</b>こと。"),
  body("a clause set as a sample of code", "indented-code", "## 1 基本\n\n    (1) 歩むこと。"),
  body("a ruby whose reading fits no character", "ruby-mismatch", "{強靱|きょう|じん|さ}なまち。"),
];
