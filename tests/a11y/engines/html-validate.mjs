// html-validate: its recommended rules, and those of accessibility and whole documents. Runs in a thread of its own.
import { FileSystemConfigLoader, HtmlValidate, esmResolver } from "html-validate";

const CONFIG = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // Files of the same site under its own policy; telephone numbers in contact lines do not break.
    "require-sri": "off",
    "tel-non-breaking": "off",
    // Addresses of clauses have a dot (`s5-1.k7f3q`): right in HTML, and no class or selector is made of them.
    "valid-id": ["error", { relaxed: true }],
    // `<section>` for the box of a wide table: the Nu checker then wants a heading in it.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
};

export default async function judge(files) {
  const validator = new HtmlValidate(new FileSystemConfigLoader([esmResolver()], CONFIG));
  const found = [];
  for (const file of files) {
    const { results } = await validator.validateFile(file);
    results.flatMap(({ messages }) => messages).forEach(({ ruleId, line, message }) => found.push({ file, text: `line ${line}: ${ruleId}: ${message}` }));
  }
  return found;
}
