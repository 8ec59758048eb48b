// Whether a page can show what it says: a character that no font has is drawn as a box.

/**
 * The characters of a page that no font has, each with the element it stands in and the fonts that
 * its text is drawn with.
 *
 * Every character beyond ASCII is drawn in the font of its element and compared with one that no
 * font has: both are the same box if the font, and all that stand in for it, lack the character.
 */
export async function missingGlyphs(page) {
  const found = await page.evaluate(() => {
    const SIZE = 32;
    const canvas = Object.assign(document.createElement("canvas"), { width: 2 * SIZE, height: 2 * SIZE });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const draw = (font, text) => {
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.font = font;
      context.textBaseline = "middle";
      context.fillText(text, SIZE / 2, SIZE);
      const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
      return `${context.measureText(text).width} ${pixels.join("")}`;
    };
    // The last character of the last private plane: no font of text has it.
    const boxes = new Map();
    const isBox = (font, character) => {
      if (!boxes.has(font)) boxes.set(font, draw(font, "\u{10FFFD}"));
      return draw(font, character) === boxes.get(font);
    };
    const seen = new Map();
    const look = (element, text) => {
      const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element);
      const font = `${fontStyle} ${fontWeight} ${SIZE}px ${fontFamily}`;
      for (const character of new Set(text)) {
        if (/[\p{ASCII}\p{White_Space}\p{Format}]/u.test(character)) continue;
        const key = `${font} ${character}`;
        if (seen.has(key)) continue;
        const missing = isBox(font, character);
        if (missing) element.dataset.box = "";
        seen.set(key, missing && { character, element: element.tagName.toLowerCase(), text: text.trim().slice(0, 40) });
      }
    };
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!element.closest("head, script, style")) look(element, texts.currentNode.data);
    }
    for (const element of document.querySelectorAll("[placeholder], optgroup[label], input[value]")) {
      look(element, element.placeholder ?? element.label ?? element.value);
    }
    const all = [...seen.values()];
    return { looked: all.length, missing: all.filter(Boolean) };
  });
  return { ...found, fonts: found.missing.length ? await fontsOfBoxes(page) : [] };
}

/** The fonts that the texts with boxes are drawn with. */
async function fontsOfBoxes(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument", { depth: 1 });
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "[data-box]" });
  const names = new Set();
  for (const nodeId of nodeIds) {
    const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
    fonts.forEach(({ familyName }) => names.add(familyName));
  }
  await devtools.detach();
  return [...names];
}
