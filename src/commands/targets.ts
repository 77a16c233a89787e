import type { Node } from "../engine/step.ts";
import { SagctlError } from "../errors.ts";
import { type ItemKey, itemOf, stepOf } from "../keys.ts";
import { say } from "../text.ts";

/** The items that `--only` and the step's name pick; undefined: all of them. */
export function targetsOf(
  nodes: readonly Node[],
  step: string | undefined,
  only: readonly string[] | undefined,
): ReadonlySet<ItemKey> | undefined {
  if (step === undefined && !only?.length) return undefined;
  const ofStep = nodes.filter((node) => step === undefined || stepOf(node.key) === step);
  for (const name of only ?? []) if (!ofStep.some((node) => isNamed(node, name))) throw unknownItem(name, ofStep);
  const picked = ofStep.filter((node) => !only?.length || only.some((name) => isNamed(node, name)));
  const known = new Set(nodes.map((node) => node.key));
  const also = step === undefined ? [] : picked.flatMap((node) => node.also);
  return new Set([...picked.map((node) => node.key), ...also.filter((key) => known.has(key))]);
}

/** By its name, by a part of it (`hangzhou` of `ping/beijing/hangzhou/10.1.0.10`), or by the whole key. */
function isNamed(node: Node, name: string): boolean {
  const item = itemOf(node.key);
  return node.key === name || item === name || `/${item}/`.includes(`/${name}/`);
}

function unknownItem(name: string, nodes: readonly Node[]): SagctlError {
  const known = [...new Set(nodes.map((node) => itemOf(node.key)))].join(", ");
  return new SagctlError({
    kind: "usage",
    code: "unknown-item",
    message: say`--only ${name} names nothing here`,
    tryThis: [say`Known: ${known || "nothing"}`],
  });
}
