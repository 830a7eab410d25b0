// How a page is looked at. Every page is loaded once for each width, with scripts and without; colours and medium are switched on the loaded page.

export const MEDIA = {
  light: { media: "screen", colorScheme: "light", forcedColors: "none" },
  dark: { media: "screen", colorScheme: "dark", forcedColors: "none" },
  print: { media: "print", colorScheme: "light", forcedColors: "none" },
  forced: { media: "screen", colorScheme: "light", forcedColors: "active" },
};

/** The 170 mm that A4 leaves between the margins of the theme. */
export const PAPER = 642;

/** What holds in every mode. */
export const ALWAYS = [
  "oneTitle", "headingLevels", "headingsByMarkup", "skipLinkFirst", "uniqueIds", "linksWithinThePage", "linkNames", "permalinksLeadHome",
  "contentsAreHeadings", "nothingInline", "landmarks", "language", "numbersAreText", "ruby", "filesAndOtherSites", "footnotesReturn",
  "pictures", "tables", "japaneseText", "zoomAllowed", "tabOrder", "clausesSeen", "nothingOverlaps", "contrast", "noItalics", "noMotion",
];

/** What holds on a screen: paper does not scroll, and nothing on it is pressed. */
export const ON_SCREEN = ["sidewaysScrolling", "nothingCut", "targetSize", "linksUnderlined", "copiedText", "arrival", "targetMarked", "contrastOnArrival"];

/**
 * At each width (CSS pixels: a desktop, a phone, and the narrowest of WCAG 1.4.10 or a desktop at 400 %), what takes its time or changes the page. Alfa and the keyboard also in the dark; `keyboard` compares the ring on
 * the screen itself for so many kinds of links, and computes it for every one. Letters of 200 % at 1280 px; narrower it is zoom, which is a width.
 */
export const PLAN = {
  1280: { journeys: ["textSpacing", "largeText", "paper", "skipLink"], alfa: ["light", "dark"], keyboard: { light: 8, dark: 8 }, unstyled: false },
  390: { journeys: ["textSpacing"], alfa: [], keyboard: {}, unstyled: true },
  320: { journeys: ["textSpacing", "skipLink"], alfa: [], keyboard: { light: 0 }, unstyled: false },
};

/** What there is time for at every change: the widest and the narrowest, in all media, with scripts and without. */
export const QUICK = {
  1280: { ...PLAN[1280], alfa: ["light"], keyboard: { light: 2 } },
  320: { ...PLAN[320], keyboard: {}, unstyled: true },
};

/** For a page with a fault, one width is enough to show that it is found. */
export const BRIEF = {
  640: { journeys: ["textSpacing", "largeText", "paper", "skipLink"], alfa: ["light"], keyboard: { light: 2 }, unstyled: true },
};
