import type { Flags } from "../commands/flags.ts";
import type { Input } from "../engine/step.ts";
import { SagctlError } from "../errors.ts";
import type { FlagOverlay } from "../network/overlay.ts";
import { say } from "../text.ts";
import { readFlagValue } from "./read-flag-value.ts";

/** Sections of the network file that hold several things by name. */
const sections = ["branches", "vpcs", "packages", "connections"] as const;
type Section = (typeof sections)[number];

interface Given {
  readonly flags: Flags;
  /** The inputs of the step, the one that `--name` and `--only` mean first. */
  readonly inputs: readonly Input[];
  /** The network file as it is written; undefined where flags alone say everything. */
  readonly document: unknown;
}

/** What a step's flags say, at the places of the network file that they are for. */
export function placeFlags({ flags, inputs, document }: Given): FlagOverlay {
  const given = inputs.filter((input) => flags.inputs?.[input.name] !== undefined);
  const placed = given.map((input) => {
    const { value, from } = flags.inputs?.[input.name] ?? { value: undefined, from: "" };
    const section = sectionOf(input);
    const item = section === undefined ? "" : itemOf(section, { flags, inputs, document }, from);
    return { path: input.at(item), value: readFlagValue(input, value), flag: from };
  });
  return [...namedAlone({ flags, inputs, document }), ...placed];
}

/** `activate --name beijing` names a branch of which nothing else has to be said. */
function namedAlone({ flags, inputs, document }: Given): FlagOverlay {
  if (document !== undefined || flags.name === undefined || mainSection(inputs) !== "branches") return [];
  return [{ path: ["branches", flags.name], value: {}, flag: "--name" }];
}

function sectionOf(input: Input): Section | undefined {
  const [first] = input.at("item");
  return sections.find((section) => section === first && input.at("one")[1] === "one");
}

/** What the step is about: the section of the first of its inputs that lies in one. */
export function mainSection(inputs: readonly Input[]): Section | undefined {
  return inputs.map(sectionOf).find((section) => section !== undefined);
}

/** Which branch, VPC, package or connection the flag is for. */
function itemOf(section: Section, given: Given, flag: string): string {
  const { flags, inputs, document } = given;
  const ends = flags.inputs?.between?.value;
  if (section === "connections" && Array.isArray(ends)) return ends.join("/");
  const isMain = mainSection(inputs) === section;
  const known = namesIn(document, section);
  const picked = [...(flags.only ?? []), ...(flags.name === undefined ? [] : [flags.name])];
  const named = picked.find((name) => known.includes(name)) ?? (isMain ? picked[0] : undefined);
  const item = named ?? (known.length === 1 ? known[0] : undefined) ?? unnamed(section, given);
  if (item === undefined) throw ambiguous(flag, section, known);
  return item;
}

function namesIn(document: unknown, section: Section): readonly string[] {
  const part = (document as Readonly<Record<string, unknown>> | undefined)?.[section];
  if (!Array.isArray(part)) return Object.keys((part ?? {}) as object);
  return part.map((one: { readonly between?: readonly string[] }) => (one.between ?? []).join("/"));
}

/** Where no file gives a name, a VPC goes by its id, and the one branch or package by what it is. */
function unnamed(section: Section, { flags, document }: Given): string | undefined {
  if (namesIn(document, section).length > 0) return undefined;
  const vpc = flags.inputs?.vpc?.value;
  if (section === "vpcs") return typeof vpc === "string" ? vpc : "vpc";
  return section === "branches" ? "branch" : section === "packages" ? "package" : undefined;
}

const words = { branches: "branch", vpcs: "VPC", packages: "package", connections: "connection" } as const;

function ambiguous(flag: string, section: Section, known: readonly string[]): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "which-item",
    message: say`${flag} is for one ${words[section]}, and nothing says for which`,
    tryThis: [say`Say which: --only ${known.join(", or --only ")}`],
  });
}
