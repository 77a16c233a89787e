import type { z } from "zod";
import type { Text } from "../text.ts";
import { explain } from "./explain.ts";
import { draftOrigin, type Path } from "./origin.ts";
import { networkSchema } from "./schema.ts";
import { schemaAt } from "./schema-at.ts";

/** The form of what stands at a path of the network file, for flags and questions; its `description` is the help line. */
export function formAt(path: Path): z.ZodType {
  const form = schemaAt(networkSchema, path);
  if (!form) throw new Error(`nothing stands at ${path.join(".")} in a network file`);
  return form;
}

/** What is wrong with a value by itself, to be said as soon as it is given. */
export function problemAt(path: Path, value: unknown): Text | undefined {
  const form = formAt(path);
  const issue = form.safeParse(value).error?.issues[0];
  const within = { ...draftOrigin, where: () => "" };
  return issue && explain(issue, value, form, within)[0]?.text;
}
