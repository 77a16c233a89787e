import { say } from "../../text.ts";
import { overlaps } from "../addresses.ts";
import { findArea } from "../areas.ts";
import { cidrsPerGateway } from "../models.ts";
import type { Path } from "../origin.ts";
import type { Problem } from "../problem.ts";
import type { NetworkDocument } from "../schema.ts";
import type { Check } from "./check.ts";

interface Block {
  readonly branch: string;
  readonly cidr: string;
  readonly path: Path;
}

function blocksOf({ branches = {} }: NetworkDocument): Block[] {
  return Object.entries(branches).flatMap(([branch, { cidrs = [] }]) =>
    cidrs.map((cidr, index) => ({ branch, cidr, path: ["branches", branch, "cidrs", index] })),
  );
}

/** No two blocks overlap, within one gateway (CidrConflict of ModifySmartAccessGateway) or among those of one CCN. */
export const cidrsApart: Check = {
  reads: ["branches"],
  find: (document, { where }) => {
    const blocks = blocksOf(document);
    return blocks.flatMap((block, index) =>
      blocks
        .slice(0, index)
        .filter((other) => overlaps(block.cidr, other.cidr))
        .map((other) => overlap(block, other, where(other.path))),
    );
  },
};

function overlap(block: Block, other: Block, where: string): Problem {
  const { cidr, path } = block;
  const owner = block.branch === other.branch ? "the same branch" : `branch ${other.branch}`;
  const text = say`${cidr} overlaps ${other.cidr} of ${owner} (${where}); narrow or remove one of them`;
  return { code: "cidr-overlap", path, text };
}

/** A branch has addresses, and no more blocks than a gateway takes. */
export const cidrsCounted: Check = {
  reads: ["branches"],
  find: ({ branches = {} }, { partial }) =>
    Object.entries(branches).flatMap(([name, { cidrs }]) => {
      const path = ["branches", name, "cidrs"];
      const count = cidrs?.length ?? 0;
      if (count > cidrsPerGateway) {
        const text = say`branch ${name} has ${count} CIDR blocks; a gateway takes at most ${cidrsPerGateway}; write neighbours as one wider block`;
        return [{ code: "too-many-cidrs", path, text }];
      }
      if (count > 0 || partial) return [];
      const text = say`branch ${name} needs its own addresses, such as cidrs: [172.16.0.0/12]`;
      return [{ code: "missing-key", path, text }];
    }),
};

/** Source: product page "CCN", "a gateway and its CCN lie in the same area". */
export const oneArea: Check = {
  reads: ["branches", "ccn"],
  find: ({ branches = {}, ccn = {} }) => {
    const areas = Object.entries(branches).map(([name, { area }]) => ({ name, area: area && findArea(area) }));
    const ccnArea = ccn.area === undefined ? undefined : findArea(ccn.area);
    const first = ccnArea ?? areas.find(({ area }) => area !== undefined)?.area ?? "mainland-china";
    return areas
      .filter(({ area }) => (area ?? first) !== first)
      .map(({ name, area = "" }) => ({
        code: "two-areas",
        path: ["branches", name, "area"],
        text: say`branch ${name} is in ${area}, its CCN in ${first}: a gateway is bound to a CCN of its own area; write one area for both, or a file for each area`,
      }));
  },
};
