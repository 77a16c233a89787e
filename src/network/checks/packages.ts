import { say } from "../../text.ts";
import { cenAreaTitle, findCenArea, sortedSpan } from "../cen-areas.ts";
import { packageMonths } from "../models.ts";
import type { Problem } from "../problem.ts";
import type { NetworkDocument } from "../schema.ts";
import type { Check } from "./check.ts";
import { connectionsOf } from "./connections.ts";

type Package = NonNullable<NetworkDocument["packages"]>[string];

const spanText = ([a, b]: readonly [string, string]) => `${cenAreaTitle(a)} ⇄ ${cenAreaTitle(b)}`;

function spanOfPackage({ areas }: Package): readonly [string, string] {
  const [a = "", b = ""] = areas.map((area) => findCenArea(area) ?? area);
  return sortedSpan([a, b]);
}

const isSame = (one: readonly string[], other: readonly string[]) => one.join() === other.join();

/** PREPAY is a subscription and needs its months; POSTPAY has none. */
export const packageMonthsFit: Check = {
  reads: ["packages"],
  find: ({ packages = {} }) => Object.entries(packages).flatMap(([name, one]) => monthsProblem(name, one)),
};

function monthsProblem(name: string, { charge, months, id }: Package): Problem[] {
  const path = ["packages", name];
  if (charge === "POSTPAY" && months !== undefined) {
    const text = say`package ${name} is POSTPAY (pay-as-you-go): it has no months; remove them, or write charge: PREPAY`;
    return [{ code: "months-not-wanted", path: [...path, "months"], text }];
  }
  if (charge === "PREPAY" && months === undefined && id === undefined) {
    const text = say`package ${name} is PREPAY (a subscription): it needs months, one of ${packageMonths.join(", ")}`;
    return [{ code: "months-missing", path: [...path, "charge"], text }];
  }
  return [];
}

/** A CEN takes one package for each pair of areas. */
export const onePackageAPair: Check = {
  reads: ["packages"],
  find: ({ packages = {} }) => {
    const all = Object.entries(packages).map(([name, one]) => ({ name, span: spanOfPackage(one) }));
    return all.flatMap(({ name, span }, index) => {
      const other = all.slice(0, index).find((one) => isSame(one.span, span));
      if (!other) return [];
      const text = say`packages ${other.name} and ${name} are both for ${spanText(span)}; a CEN takes one for each pair; write one with the bandwidth of both`;
      return [{ code: "package-pair-twice", path: ["packages", name, "areas"], text }];
    });
  },
};

/** What the connections take out of a package is no more than it has. Inside one area the edition decides, so it is not counted here. */
export const sumsFit: Check = {
  reads: ["packages", "connections", "vpcs", "ccn", "branches"],
  find: (document, { where }) =>
    Object.entries(document.packages ?? {}).flatMap(([name, one]) => {
      const span = spanOfPackage(one);
      const taking = connectionsOf(document).filter((connection) => connection.span && isSame(connection.span, span));
      const sum = taking.reduce((total, { bandwidthMbps }) => total + bandwidthMbps, 0);
      if (span[0] === span[1] || sum <= one.bandwidthMbps) return [];
      const each = taking.map((taker) => `${taker.name} ${taker.bandwidthMbps} (${where(taker.path)})`).join(" + ");
      const text = say`package ${name} has ${one.bandwidthMbps} Mbit/s, its connections want ${sum}: ${each}; give it ${sum}, or them less`;
      return [{ code: "package-exceeded", path: ["packages", name, "bandwidthMbps"], text }];
    }),
};
