import type { Frame } from "../layout/frame.ts";
import { labelledLines, paragraph } from "../layout/labelled.ts";
import { type Line, linesOf, spaced } from "../layout/line.ts";

/** The RAM actions that one account's key needs. */
export interface Permissions {
  readonly account: string;
  readonly actions: readonly string[];
  /** Made by the cloud at the first use; the key must be allowed to let it. */
  readonly serviceLinkedRoles: readonly string[];
}

/** A policy per account that can be pasted into the RAM console as it stands. */
export function permissionsLines(frame: Frame, permissions: readonly Permissions[]): readonly Line[] {
  return spaced(permissions.flatMap((one) => accountBlocks(frame, one)));
}

function accountBlocks(frame: Frame, one: Permissions): readonly (readonly Line[])[] {
  return [
    paragraph(frame, frame.words(`Account ${one.account} needs this RAM policy:`)),
    linesOf(policy(one.actions)),
    labelledLines(frame, "Service-linked roles, made at the first use:", one.serviceLinkedRoles.map(frame.words)),
  ];
}

function policy(actions: readonly string[]): readonly string[] {
  const statement = { Effect: "Allow", Action: [...actions].sort(), Resource: "*" };
  return JSON.stringify({ Version: "1", Statement: [statement] }, undefined, 2).split("\n");
}
