// A button to each string that can be copied. Without this script they are text to be selected.
"use strict";
const words = document.currentScript.dataset;
const list = document.querySelector(".copy");
if (list) {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  list.after(status);

  const write = async (text, element) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Without HTTPS there is no clipboard for scripts, but there is one for what is selected.
      getSelection().selectAllChildren(element);
      return document.execCommand("copy");
    }
  };

  for (const element of list.querySelectorAll("dd")) {
    const name = element.previousElementSibling;
    const what = name.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.copy;
    button.setAttribute("aria-label", words.copyOf.replace("{name}", what));
    button.addEventListener("click", async () => {
      const done = await write(element.textContent, element);
      status.textContent = "";
      const said = done ? words.copied.replace("{name}", what) : words.notCopied;
      setTimeout(() => (status.textContent = said), 50);
    });
    name.append(" ", button);
  }
}
