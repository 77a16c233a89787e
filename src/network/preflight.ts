import { say, type Text } from "../text.ts";
import { contains, freeBlocks, overlaps, parseCidr } from "./addresses.ts";

/** A block of addresses in use that a branch must not touch. */
export interface Occupied {
  /** What people call it: `vpc-m3… (VPC2)`. */
  readonly label: string;
  readonly cidr: string;
  readonly kind: "vpc" | "vswitch" | "secondary" | "gateway" | "vbr" | "route";
}

/** A branch's blocks, and where they were written. */
export interface BranchBlocks {
  readonly name: string;
  /** What the screen calls it; `branch NAME` when absent. */
  readonly label?: string;
  readonly cidrs: readonly string[];
  /** Where the file or the flag says so: `sagctl.yaml:14:13`, one for all or one for each block. */
  readonly where: string | readonly string[];
}

/** A branch's block that has addresses in common with something in use. */
export interface Clash {
  readonly branch: string;
  readonly label: string;
  readonly where: string;
  readonly cidr: string;
  readonly other: Occupied;
  /** What the branch's block does to the other one. CIDR blocks never overlap in part. */
  readonly relation: "equals" | "contains" | "lies in";
}

function relationOf(cidr: string, other: string): Clash["relation"] {
  if (!contains(cidr, other)) return "lies in";
  return contains(other, cidr) ? "equals" : "contains";
}

/** What the file says against what the cloud shows. The cloud's own CIDR texts may have host bits, and are skipped when malformed. */
export function findClashes(branches: readonly BranchBlocks[], others: readonly Occupied[]): Clash[] {
  const known = others.flatMap((other) => {
    const cidr = parseCidr(other.cidr)?.cidr;
    return cidr === undefined ? [] : [{ ...other, cidr }];
  });
  return branches.flatMap((branch) =>
    branch.cidrs.flatMap((cidr, index) =>
      known
        .filter((other) => overlaps(cidr, other.cidr))
        .map((other) => ({
          branch: branch.name,
          label: branch.label ?? `branch ${branch.name}`,
          where: typeof branch.where === "string" ? branch.where : (branch.where[index] ?? ""),
          cidr,
          other,
          relation: relationOf(cidr, other.cidr),
        })),
    ),
  );
}

/** What to write instead: free private blocks of the same size; `taken` is everything in use, the other branches included. */
export function offerBlocks(clash: Clash, taken: readonly string[]): Text {
  const prefixLength = parseCidr(clash.cidr)?.prefixLength ?? 24;
  const free = freeBlocks(prefixLength, [...taken, clash.other.cidr], 2);
  if (free.length === 0) return say`No private /${prefixLength} is free in this network`;
  return say`Free for the branch in this network: ${free.join(", ")}`;
}

/** Where the two say so on the first line, then the two blocks one below the other. */
export function describeClash(clash: Clash): Text {
  const { cidr, where, relation, other } = clash;
  const names = [clash.label, other.label];
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const [branch = "", label = ""] = names.map((name) => name.padEnd(width));
  return say`${where} and ${other.label}\n\n${branch}${cidr.padEnd(18)} ${relation}\n${label}${other.cidr}`;
}
