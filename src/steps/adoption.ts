/** Anything of the cloud that sagctl may find to be the one it was told of. */
export interface Adoptable {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface AdoptBy {
  /** From the network file. */
  readonly id?: string | undefined;
  /** From the diary: what our own write was answered. */
  readonly answered?: string | undefined;
  /** Without its generation: a hit of any generation is ours. */
  readonly marker: string;
  readonly name?: string | undefined;
}

export type Adoption<T> =
  | { readonly is: "one"; readonly thing: T; readonly by: "id" | "diary" | "marker" | "name" }
  /** Two of ours: never settled by sagctl, never deleted. */
  | { readonly is: "several"; readonly things: readonly T[]; readonly by: "marker" | "name" }
  /** The file names an id that is not there. */
  | { readonly is: "missing"; readonly id: string }
  | { readonly is: "none" };

/** Whose is it? Id in the file, then id in the diary, then our marker, then the same name. */
export function adopt<T extends Adoptable>(things: readonly T[], by: AdoptBy): Adoption<T> {
  if (by.id !== undefined) return byId(things, by.id) ?? { is: "missing", id: by.id };
  const told = things.find((thing) => thing.id === by.answered);
  const marked = things.filter((thing) => isMarked(thing, by.marker));
  if (marked.length > 1) return { is: "several", things: marked, by: "marker" };
  if (told) return { is: "one", thing: told, by: "diary" };
  return only(marked, "marker") ?? only(named(things, by.name), "name") ?? { is: "none" };
}

/** Whether the mark of a purchase stands in the description, whatever its generation. */
export function isMarked(thing: Pick<Adoptable, "description">, marker: string): boolean {
  return thing.description === marker || thing.description.startsWith(`${marker}-g`);
}

/** The one it is, if any. */
export function adopted<T>(adoption: Adoption<T>): T | undefined {
  return adoption.is === "one" ? adoption.thing : undefined;
}

function byId<T extends Adoptable>(things: readonly T[], id: string): Adoption<T> | undefined {
  const thing = things.find((one) => one.id === id);
  return thing && { is: "one", thing, by: "id" };
}

function named<T extends Adoptable>(things: readonly T[], name: string | undefined): readonly T[] {
  return name === undefined ? [] : things.filter((thing) => thing.name === name);
}

function only<T>(hits: readonly T[], by: "marker" | "name"): Adoption<T> | undefined {
  const [thing] = hits;
  if (thing === undefined) return undefined;
  return hits.length === 1 ? { is: "one", thing, by } : { is: "several", things: hits, by };
}
