import { say } from "../../text.ts";
import { knownRegions } from "../cen-areas.ts";
import { isUid, unknownName } from "../forms.ts";
import type { Path } from "../origin.ts";
import type { Problem } from "../problem.ts";
import type { NetworkDocument } from "../schema.ts";
import type { Check } from "./check.ts";

function unknown(what: string, name: string, known: readonly string[], path: Path): Problem[] {
  return known.includes(name) ? [] : [{ path, ...unknownName(what, name, known) }];
}

/** `ccn` names the Cloud Connect Network in connections; a branch and a VPC of one name could not be told apart in `reach`. */
export const ownNames: Check = {
  reads: ["branches", "vpcs"],
  find: ({ branches = {}, vpcs = {} }) => {
    const paths: Path[] = [
      ...Object.keys(branches).map((name) => ["branches", name]),
      ...Object.keys(vpcs).map((name) => ["vpcs", name]),
    ];
    const reserved = paths
      .filter((path) => path[1] === "ccn")
      .map((path) => ({
        code: "name-reserved",
        path,
        part: "key" as const,
        text: say`ccn is a reserved name; choose another one`,
      }));
    const twice = Object.keys(vpcs)
      .filter((name) => Object.hasOwn(branches, name))
      .map((name) => ({
        code: "name-taken",
        path: ["vpcs", name],
        part: "key" as const,
        text: say`${name} is the name of a branch already; choose another one`,
      }));
    return [...reserved, ...twice];
  },
};

/** Every `account:` is an account id or one of `accounts:`, unless there is no such section at all. */
export const accountNames: Check = {
  reads: ["accounts", "branches", "vpcs"],
  find: ({ accounts, branches = {}, vpcs = {} }) => {
    const known = accounts === undefined ? undefined : Object.keys(accounts);
    if (known?.length === 0) {
      return [{ code: "missing-key", path: ["accounts"], text: say`accounts names none; leave it out or name one` }];
    }
    const used = [...accountsOf("branches", branches), ...accountsOf("vpcs", vpcs)];
    const named = used.filter(({ name }) => !isUid(name));
    return named.flatMap(({ name, path }) => unknown("account", name, known ?? ["hub"], path));
  },
};

function accountsOf(section: string, entries: Readonly<Record<string, { account?: string | undefined }>>) {
  return Object.entries(entries).flatMap(([name, { account }]) =>
    account === undefined ? [] : [{ name: account, path: [section, name, "account"] }],
  );
}

/** Two names for one account: what one of them grants, the other would ask of itself. */
export const accountsDiffer: Check = {
  reads: ["accounts"],
  find: ({ accounts = {} }) => {
    const named = Object.entries(accounts);
    return named.flatMap(([name, { uid }], index) => {
      const other = named.slice(0, index).find(([, one]) => uid !== undefined && one.uid === uid)?.[0];
      if (other === undefined) return [];
      const text = say`${name} has the account id of ${other}; write the one of its own, or leave ${name} out`;
      return [{ code: "same-account", path: ["accounts", name, "uid"], text }];
    });
  },
};

/** Both ends of a connection (a region may stand for all its VPCs), and everybody in `reach`, exist. */
export const referredNames: Check = {
  reads: ["branches", "vpcs", "connections", "reach"],
  find: (document) => [...endsNamed(document), ...reachNamed(document)],
};

function endsNamed({ vpcs = {}, connections = [] }: NetworkDocument): Problem[] {
  const ends = ["ccn", ...Object.keys(vpcs)];
  return connections.flatMap(({ between }, index) =>
    between.flatMap((end, side) =>
      knownRegions.includes(end) ? [] : unknown("VPC", end, ends, ["connections", index, "between", side]),
    ),
  );
}

function reachNamed({ branches = {}, vpcs = {}, reach = {} }: NetworkDocument): Problem[] {
  const known = [...Object.keys(branches), ...Object.keys(vpcs)];
  const what = "branch or VPC";
  return Object.entries(reach).flatMap(([from, to]) => [
    ...unknown(what, from, known, ["reach", from]).map((problem) => ({ ...problem, part: "key" as const })),
    ...to.flatMap((name, index) => unknown(what, name, known, ["reach", from, index])),
  ]);
}
