/** A sentence as a template with values, so that another language is a table of templates. */
export interface Text {
  readonly template: string;
  readonly values: readonly (string | number)[];
}

/** Makes a Text: say`order ${id} is not paid` has the template "order {0} is not paid". */
export function say(parts: TemplateStringsArray, ...values: readonly (string | number)[]): Text {
  const template = parts.reduce((whole, part, index) => `${whole}{${index - 1}}${part}`);
  return { template, values };
}

/** The sentence in plain words. */
export function plain(text: Text): string {
  return text.template.replace(/\{(\d+)\}/g, (_, index) => String(text.values[Number(index)]));
}
