/** Control characters and marks that turn the direction of text: a name in the cloud must not steer a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What may be written to a terminal or a log, whoever wrote it. */
export function printable(text: string): string {
  return text.replaceAll("\t", " ").replaceAll("\r\n", "\n").replace(unprintable, "");
}

const plainForms: Readonly<Record<string, string>> = {
  "⇄": "<->",
  "→": "->",
  "←": "<-",
  "·": "|",
  "…": "...",
  "–": "-",
  "—": "-",
  "≥": ">=",
  "≤": "<=",
  "×": "x",
  "✔": "*",
  "✖": "x",
  "“": '"',
  "”": '"',
  "’": "'",
};

/** The same in letters that every terminal has; names in other scripts stay as they are. */
export function asciiForm(text: string): string {
  return text.replace(/[⇄→←·…–—≥≤×✔✖“”’]/g, (sign) => plainForms[sign] ?? sign);
}
