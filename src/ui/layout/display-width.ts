const zero = /^(?:\p{Mark}|[\u200b-\u200d])$/u;
const two =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
const simple = /^[\u0020-\u007e]*$/;

/** Columns that a text takes in a terminal: names in the console are often Chinese, two columns a character. */
export function displayWidth(text: string): number {
  if (simple.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (zero.test(character)) return 0;
  return two.test(character) ? 2 : 1;
}

/** The text with blanks behind it up to a width. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** The text cut to a width, its end shown by a mark: for the one line of a spinner, which must not wrap. */
export function cutTo(text: string, width: number, mark: string): string {
  if (displayWidth(text) <= width) return text;
  let cut = "";
  for (const character of text) {
    if (displayWidth(cut + character) > width - displayWidth(mark)) break;
    cut += character;
  }
  return cut.trimEnd() + mark;
}
