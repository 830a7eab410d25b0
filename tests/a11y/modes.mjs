// How a page is looked at. It is loaded with scripts and without; width, colours and medium are switched on the loaded page.

export const MEDIA = {
  light: { media: "screen", colorScheme: "light", forcedColors: "none" },
  dark: { media: "screen", colorScheme: "dark", forcedColors: "none" },
  print: { media: "print", colorScheme: "light", forcedColors: "none" },
  forced: { media: "screen", colorScheme: "light", forcedColors: "active" },
};

/** The 170 mm that A4 leaves between the margins of the theme. */
export const PAPER = 642;

/** What is asked of the document alone: no width, colour or medium can change the answer, so that it is asked once, with scripts and without. */
export const OF_THE_DOCUMENT = [
  "oneTitle", "headingLevels", "headingsByMarkup", "skipLinkFirst", "uniqueIds", "linksWithinThePage", "linkNames", "permalinksLeadHome",
  "contentsAreHeadings", "nothingInline", "landmarks", "language", "ruby", "filesAndOtherSites", "footnotesReturn", "pictures", "tables",
  "japaneseText", "zoomAllowed", "tabOrder",
];

/** What holds in every mode. */
export const ALWAYS = ["numbersAreText", "clausesSeen", "nothingOverlaps", "contrast", "noItalics", "noMotion"];

/** What holds on a screen: paper does not scroll, and nothing on it is pressed. */
export const ON_SCREEN = ["sidewaysScrolling", "nothingCut", "targetSize", "linksUnderlined", "copiedText", "focusRing", "arrival", "targetMarked", "contrastOnArrival"];

/**
 * At each width (CSS pixels: a desktop, a phone, and the narrowest of WCAG 1.4.10 or a desktop at 400 %), what takes its time or changes the
 * page, besides the skip link. Letters of 200 % at 1280 px; narrower it is zoom, which is a width.
 */
export const PLAN = {
  1280: { journeys: ["textSpacing", "largeText", "paper", "keyboard"], alfa: ["light", "dark", "print"] },
  390: { journeys: ["textSpacing", "keyboard"], alfa: ["light"] },
  320: { journeys: ["textSpacing", "keyboard"], alfa: ["light"] },
};

/** For a page with a fault, one width is enough to show that it is found. */
export const BRIEF = {
  640: { journeys: ["textSpacing", "largeText", "paper", "keyboard"], alfa: ["light"] },
};
