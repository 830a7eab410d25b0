// How a page is looked at. Every page is loaded once for each width, with scripts and without; colours and medium are switched on the loaded page.

/** CSS pixels: a desktop, a phone, and the narrowest of WCAG 1.4.10 (or a desktop at 400 %). */
export const WIDTHS = [1280, 390, 320];

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
export const ON_SCREEN = ["sidewaysScrolling", "nothingCut", "targetSize", "linksUnderlined", "copiedText", "arrival", "targetMarked"];
