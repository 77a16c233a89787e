import { plain, type Text } from "../../text.ts";
import { standIn } from "../personal.ts";

/** Whatever the engine tells, as plain JSON: sentences keep their template, personal data and secrets become placeholders. */
export function jsonValue(value: unknown): unknown {
  if (typeof value === "function" || value === undefined) return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => jsonValue(one) ?? null);
  if (value instanceof Map) return jsonValue(Object.fromEntries(value));
  if (isText(value)) return { text: plain(value), template: value.template, values: value.values };
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === "shipTo" ? hidden(one) : (standIn(name) ?? jsonValue(one)),
    ]),
  );
}

function hidden(shipTo: unknown): unknown {
  if (typeof shipTo !== "object" || shipTo === null) return "<shipTo>";
  return Object.fromEntries(Object.keys(shipTo).map((name) => [name, `<shipTo.${name}>`]));
}

function isText(value: object): value is Text {
  return "template" in value && typeof value.template === "string" && "values" in value && Array.isArray(value.values);
}
