// Runs in a thread of its own: Alfa's rules over a page as the browser told it.
import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Device } from "@siteimprove/alfa-device";
import { Document } from "@siteimprove/alfa-dom";
import { Request, Response } from "@siteimprove/alfa-http";
import rules from "@siteimprove/alfa-rules";
import { URL } from "@siteimprove/alfa-url";
import { Page } from "@siteimprove/alfa-web";

// AAA by size of targets and by justification of each paragraph; the rest of AAA stays.
const LEFT_OUT = {
  "sia-r111": "44 px for every link in a sentence; 24 px are required and probed",
};

// What the colours of a page can change: links told from text, contrast. The rest is the same in the dark.
const OF_COLOURS = ["sia-r62", "sia-r66", "sia-r69"];

// What paper does not do: it is not walked by keyboard, and its letters are not enlarged.
const OF_SCREENS = ["sia-r74", "sia-r87"];

/** With packages of different versions Alfa passes in silence, so what passed is counted. */
export default async function judge({ document, device, onlyColours, url }) {
  const seenOn = Device.from(device);
  const address = URL.parse(url).getUnsafe();
  const page = Page.of(Request.of("GET", address), Response.of(address, 200), Document.from(JSON.parse(document), seenOn), seenOn);
  const asked = (rule) => (onlyColours ? OF_COLOURS.includes(rule) : !(rule in LEFT_OUT || (device.type === "print" && OF_SCREENS.includes(rule))));
  const list = [...rules].filter((rule) => asked(short(rule.uri)));
  const outcomes = [...(await Audit.of(page, list).evaluate())];
  const failed = outcomes.filter(Outcome.isFailed).map((outcome) => outcome.toJSON());
  const passed = outcomes.filter(Outcome.isPassed).length;
  return [
    ...failed.map(({ rule, target }) => `${short(rule.uri)}: ${tag(target)}`),
    ...(passed > 5 ? [] : [`only ${passed} outcomes passed: Alfa did not look`]),
  ];
}

// Enough of an element to find it by.
const tag = ({ name, attributes = [] } = {}) => `<${name}${attributes.filter((a) => ["id", "class", "href"].includes(a.name)).map((a) => ` ${a.name}="${a.value}"`).join("")}>`;

const short = (uri) => uri.split("/").pop();
