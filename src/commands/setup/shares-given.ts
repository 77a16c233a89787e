import type { Given } from "./fit-answer.ts";
import type { Talk } from "./talk.ts";

/** One number for each pair of regions, package after package: those of the next package. What is too much shows at the last. */
export function sharesGiven({ flags, interview }: Talk, pairs: number, isLast: boolean): Given | undefined {
  const given = flags.inputs?.["connection-mbps"];
  if (!given) return undefined;
  const rest = [given.value].flat().map(Number).slice(interview.told("--connection-mbps").length);
  const value = isLast ? rest : rest.slice(0, pairs);
  return value.length === 0 ? undefined : { ...given, value };
}
