/** Puts a written part between its markers; everything around it is a person's. */
export function withPart(document: string, name: string, body: string): string {
  const { start, end } = boundsOf(document, name);
  return `${document.slice(0, start)}\n${body.trim()}\n${document.slice(end)}`;
}

/** What stands between the markers of a part. */
export function partOf(document: string, name: string): string {
  const { start, end } = boundsOf(document, name);
  return document.slice(start, end).trim();
}

function boundsOf(document: string, name: string): { readonly start: number; readonly end: number } {
  const begin = `<!-- ${name}: written by npm run docs -->\n`;
  const start = document.indexOf(begin) + begin.length;
  const end = document.indexOf(`<!-- end of ${name} -->`);
  if (start < begin.length || end < start) throw new Error(`The document has no markers for "${name}".`);
  return { start, end };
}

/** A table as Markdown writes it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
