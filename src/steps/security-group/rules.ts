import { MARKER } from "../../api/call.ts";
import type { NewRule, RulesSeen } from "../../api/ecs.ts";
import type { Allow } from "../../network/network.ts";
import { admits, type Traffic } from "../../path/security-group.ts";
import { isMarked } from "../adoption.ts";

/** A rule as it would be added; the mark in its description proves later whose it is. */
export type WantedRule = NewRule;

/** What the file allows, from each block that may send it; never from everywhere. */
export function wantedRules(allow: readonly Allow[], sources: readonly string[]): readonly WantedRule[] {
  return allow.flatMap((one) =>
    sources.map((source) => ({
      protocol: one.protocol,
      ports: one.protocol === "icmp" ? "-1/-1" : one.ports,
      source,
      description: MARKER,
    })),
  );
}

/** What no rule lets in yet. */
export function missing(group: RulesSeen | undefined, wanted: readonly WantedRule[]): readonly WantedRule[] {
  return wanted.filter((rule) => admits(group?.rules ?? [], asTraffic(rule)) === "not-allowed");
}

/** What a Drop rule of equal or better priority keeps out. */
export function dropped(group: RulesSeen | undefined, wanted: readonly WantedRule[]): readonly WantedRule[] {
  return wanted.filter((rule) => admits(group?.rules ?? [], asTraffic(rule)) === "dropped");
}

/** Ids of the rules that carry our mark. */
export function marked(group: RulesSeen | undefined, marker: string): readonly string[] {
  return (group?.rules ?? []).filter((rule) => isMarked(rule, marker)).map((rule) => rule.id);
}

function asTraffic(rule: WantedRule): Traffic & { readonly source: string } {
  const [first = 0, last = first] = rule.ports.split("/").map(Number);
  const { protocol, source } = rule;
  return protocol === "icmp" ? { protocol, source } : { protocol, source, port: { first, last } };
}
