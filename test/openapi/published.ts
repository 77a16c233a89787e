import { existsSync, readFileSync } from "node:fs";

/** A parameter's type as published: a scalar's name, a list of one, or a structure. A star marks what is required. */
export type Type = string | readonly [Type] | Shape;
export interface Shape {
  readonly [name: string]: Type;
}

// Published wire names and types; they lie beside the repository of those who have them.
const folder = new URL("../../../shared/openapi/", import.meta.url);
const files: Readonly<Record<string, string>> = {
  "2018-03-13": "smartag.json",
  "2017-09-12": "cbn.json",
  "2016-04-28": "vpc.json",
  "2014-05-26": "ecs.json",
  "2015-04-01": "sts.json",
  "2017-12-14": "bss.json",
};

export const hasPublished = existsSync(folder);

/** The request of an action; undefined when no such action is published. */
export function publishedRequest(version: string, action: string): Shape | undefined {
  return actionsOf(version)[action]?.request;
}

type Actions = Readonly<Record<string, { readonly request: Shape }>>;
const known = new Map<string, Actions>();

function actionsOf(version: string): Actions {
  const read =
    known.get(version) ?? JSON.parse(readFileSync(new URL(files[version] ?? version, folder), "utf8")).actions;
  known.set(version, read);
  return read;
}
