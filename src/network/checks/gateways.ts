import { say, type Text } from "../../text.ts";
import { findArea, isShippedTo } from "../areas.ts";
import { gatewayModels } from "../models.ts";
import type { Path } from "../origin.ts";
import type { Problem } from "../problem.ts";
import type { NetworkDocument } from "../schema.ts";
import type { Check } from "./check.ts";

type Branch = NonNullable<NetworkDocument["branches"]>[string];
type Gateway = NonNullable<Branch["gateway"]>;

/** What a purchase needs; the contact fields even where nothing is shipped: CreateSmartAccessGateway marks them all as required. */
const forPurchase = ["model", "deployment", "bandwidthMbps", "months", "shipTo"] as const;

/** A gateway is bought within the limits of its model. */
export const gatewayLimits: Check = {
  reads: ["branches"],
  find: ({ branches = {} }) =>
    Object.entries(branches).flatMap(([name, { gateway = {} }]) => limits(gateway, ["branches", name, "gateway"])),
};

function limits(gateway: Gateway, path: Path): Problem[] {
  return [...bandwidth(gateway, path), ...deployment(gateway, path), ...serialNumbers(gateway, path)];
}

function bandwidth({ model, bandwidthMbps }: Gateway, path: Path): Problem[] {
  if (model === undefined || bandwidthMbps === undefined) return [];
  const { title, minMbps, maxMbps } = gatewayModels[model];
  if (bandwidthMbps >= minMbps && bandwidthMbps <= maxMbps) return [];
  const text = say`${bandwidthMbps} Mbit/s is out of the range of ${title}: ${minMbps} to ${maxMbps} Mbit/s; choose within it, or another model`;
  return [{ code: "bandwidth-out-of-range", path: [...path, "bandwidthMbps"], text }];
}

function deployment({ model, deployment: wanted }: Gateway, path: Path): Problem[] {
  if (model === undefined || wanted === undefined) return [];
  const { title, deployments } = gatewayModels[model];
  if (deployments.includes(wanted)) return [];
  const text = say`${title} comes as ${deployments.join(", ")} only, not ${wanted}; write that, or another model`;
  return [{ code: "deployment-not-offered", path: [...path, "deployment"], text }];
}

function serialNumbers({ serial, serials, deployment: wanted }: Gateway, path: Path): Problem[] {
  if (serial !== undefined && serials !== undefined) {
    return [{ code: "serial-twice", path: [...path, "serials"], text: say`write either serial or serials` }];
  }
  if (wanted !== "stand-alone" || (serials ?? []).length < 2) return [];
  const text = say`two serial numbers for one stand-alone device; remove one, or write deployment: cold-standby or warm-standby`;
  return [{ code: "too-many-serials", path: [...path, "serials"], text }];
}

/** A gateway that is bought bears the name of its branch. Source: published model of CreateSmartAccessGateway, 2026-08. */
export function gatewayNameProblem(name: string): Text | undefined {
  if (/^[A-Za-z].+$/.test(name)) return undefined;
  return say`${name} is to be the name of a gateway, which has 2 to 128 characters, a letter first; choose another one`;
}

export const gatewayNames: Check = {
  reads: ["branches"],
  find: ({ branches = {} }) =>
    Object.entries(branches).flatMap(([name, { gateway = {} }]) => {
      const text = gateway.id === undefined ? gatewayNameProblem(name) : undefined;
      return text ? [{ code: "gateway-name", path: ["branches", name], part: "key", text }] : [];
    }),
};

/**
 * A file says either which gateway there is, or all that is needed to buy one. One that says nothing of it waits for a look:
 * what may be the branch's gateway already is named before anybody is asked what to buy.
 */
export const gatewayComplete: Check = {
  reads: ["branches", "ccn"],
  find: ({ branches = {}, ccn = {} }, { partial }) => {
    if (partial) return [];
    return Object.entries(branches).flatMap(([name, branch]) =>
      incomplete(branch, findArea(branch.area ?? ccn.area ?? "mainland-china"), ["branches", name]),
    );
  },
};

function incomplete({ gateway }: Branch, area: string | undefined, branchPath: Path): Problem[] {
  if (gateway === undefined || gateway.id !== undefined) return [];
  const path = [...branchPath, "gateway"];
  const missing = forPurchase.filter((key) => gateway[key] === undefined);
  const own = gateway.serial ?? gateway.serials;
  const problems: Problem[] = [];
  if (missing.length > 0) {
    const text = say`the gateway needs ${missing.join(", ")} to be bought, or the id of one that is there`;
    problems.push({ code: "gateway-incomplete", path, text });
  }
  if (area !== undefined && !isShippedTo(area) && own === undefined) {
    const text = say`Alibaba Cloud ships to mainland China only; in ${area} give the serial number of a device of your own`;
    problems.push({ code: "not-shipped", path, text });
  }
  return problems;
}
