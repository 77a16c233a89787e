import type { SimRequest } from "../action.ts";
import type { Tag } from "./things.ts";

/** Whether a thing is one that a list's parameters ask for: each that was sent has to be what the thing has there. */
export function isWanted<T>(
  { params }: SimRequest,
  has: Readonly<Record<string, (thing: T) => string | undefined>>,
): (thing: T) => boolean {
  const asked = Object.entries(has).filter(([name]) => params[name] !== undefined && params[name] !== "");
  return (thing) => asked.every(([name, of]) => of(thing) === String(params[name]));
}

/** Whether it is among the values of a list parameter, or none was sent. */
export function isAmong({ params }: SimRequest, name: string, value: string): boolean {
  const asked = params[name] as readonly string[] | undefined;
  return asked === undefined || asked.includes(value);
}

/** Whether it has every tag that was asked for; a tag without a value asks for the key alone. */
export function hasTags({ params }: SimRequest, tags: readonly Tag[]): boolean {
  const asked = (params.Tag ?? []) as readonly Partial<Tag>[];
  const has = (one: Partial<Tag>) =>
    tags.some((tag) => tag.Key === one.Key && (one.Value === undefined || tag.Value === one.Value));
  return asked.every(has);
}
