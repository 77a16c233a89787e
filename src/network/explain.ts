import type { z } from "zod";
import { say, type Text } from "../text.ts";
import { closest } from "./closest.ts";
import { unknownName } from "./forms.ts";
import { type Origin, type Path, pathText } from "./origin.ts";
import type { Problem } from "./problem.ts";
import { keysOf, schemaAt } from "./schema-at.ts";

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys and values",
  record: "names with keys and values below them",
};

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => (at as Record<string | number, unknown> | undefined)?.[part], document);
}

function inWords(value: unknown, written: string | undefined): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "keys and values";
  return typeof value === "string" ? `the text "${value}"` : (written ?? String(value));
}

function wrongType(issue: Issue & { code: "invalid_type" }, value: unknown, written: string | undefined): Text {
  const where = pathText(issue.path as Path);
  const wanted = kinds[issue.expected] ?? issue.expected;
  const quotes =
    issue.expected === "string" && typeof value !== "object" ? `; put it in quotes: "${written ?? value}"` : "";
  return say`${where} must be ${wanted}, not ${inWords(value, written)}${quotes}`;
}

function invalidType(
  issue: Issue & { code: "invalid_type" },
  value: unknown,
  written: string | undefined,
  schema: z.ZodType,
): Problem {
  const path = issue.path as Path;
  if (value !== undefined) return { code: "wrong-type", path, text: wrongType(issue, value, written) };
  const what = schemaAt(schema, path)?.description;
  const text = say`${pathText(path)} is missing; add it${what === undefined ? "" : `: ${what}`}`;
  return { code: "missing-key", path, text };
}

function unknownKeys(keys: readonly string[], path: Path, schema: z.ZodType): Problem[] {
  const known = keysOf(schemaAt(schema, path));
  return keys.map((key) => {
    const near = closest(key, known);
    const advice = near === undefined ? `known here: ${known.join(", ")}` : `did you mean ${near}?`;
    return { code: "unknown-key", path: [...path, key], part: "key", text: say`unknown key "${key}"; ${advice}` };
  });
}

function ofRange(issue: Issue & { code: "too_big" | "too_small" }, value: unknown): Text {
  const where = pathText(issue.path as Path);
  const limit = Number(issue.code === "too_big" ? issue.maximum : issue.minimum);
  const side = issue.code === "too_big" ? "at most" : "at least";
  if (Array.isArray(value)) {
    return say`${where} must have ${issue.exact ? "exactly" : side} ${limit} entries, not ${value.length}`;
  }
  return say`${where} must be ${side} ${limit}, not ${String(value)}`;
}

function invalidValue(values: readonly unknown[], value: unknown, path: Path, written: string | undefined): Problem {
  const names = values.map(String);
  const where = pathText(path);
  if (value === undefined)
    return { code: "missing-key", path, text: say`${where} is missing; one of ${names.join(", ")}` };
  if (typeof value === "string" && typeof values[0] === "string") {
    return { path, ...unknownName(String(path.at(-1)), value, names) };
  }
  const text = say`${where} must be one of ${names.join(", ")}, not ${inWords(value, written)}`;
  return { code: "out-of-range", path, text };
}

/** Says in our own words what the schema found wrong, one problem for each thing. */
export function explain(issue: Issue, document: unknown, schema: z.ZodType, origin: Origin): Problem[] {
  const path = issue.path as Path;
  const value = valueAt(document, path);
  const written = origin.written(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKeys(issue.keys, path, schema);
    case "invalid_type":
      return [invalidType(issue, value, written, schema)];
    case "too_big":
    case "too_small":
      return [{ code: "out-of-range", path, text: ofRange(issue, value) }];
    case "invalid_value":
      return [invalidValue(issue.values, value, path, written)];
    case "invalid_key":
      return issue.issues.flatMap((inner) => explainKey(inner, path));
    case "custom":
      return [{ path, ...(issue.params as { code: string; text: Text }) }];
    default:
      return [{ code: issue.code, path, text: say`${pathText(path)}: ${issue.message}` }];
  }
}

function explainKey(issue: Issue, path: Path): Problem[] {
  const params = issue.code === "custom" ? (issue.params as { code: string; text: Text }) : undefined;
  return params ? [{ path, part: "key", ...params }] : [];
}
