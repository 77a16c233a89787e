import type { CallEntry } from "../../src/simulator/world.ts";
import type { Once } from "../run-once.ts";
import type { Violation } from "./violation.ts";
import { isHanging, isUnknown } from "./what-became.ts";

/**
 * W: exit 10 is for what nobody can know. What was answered, and heard by a run that lived to the end, is known; but an
 * order that was taken and that no list shows, since it is hidden or hangs, is a person's business.
 */
export function judgeWords(runs: readonly Once[], calls: readonly CallEntry[], hides: boolean): readonly Violation[] {
  return runs.flatMap(({ ran }, index) =>
    [...(ran?.ends ?? [])].flatMap(([key, end]): readonly Violation[] => {
      if (end.is !== "unknown") return [];
      const why = known(end.marker, runs.slice(0, index + 1), calls, hides);
      return why === undefined ? [] : [{ of: "W", because: `${key} asks for a word, and ${why}` }];
    }),
  );
}

/** I1: what may still come, or have come, is bought once more by a person's word only. */
export function judgeRepeats(runs: readonly Once[], calls: readonly CallEntry[]): readonly Violation[] {
  return runs.flatMap(({ attempts, buyAgain }) =>
    attempts.flatMap(({ call }): readonly Violation[] => {
      const [, mark, generation] = /(sagctl-[0-9a-f]{12})-g(\d+)/.exec(JSON.stringify(call.params)) ?? [];
      const before = `${mark}-g${Number(generation) - 1}`;
      if (call.action !== "CreateSmartAccessGateway" || generation === "1" || buyAgain.has(before)) return [];
      const earlier = calls.findLast((one) => JSON.stringify(one.params).includes(`"${before}"`));
      if (earlier && !isUnknown(earlier)) return [];
      return [
        {
          of: "I1",
          because: `${mark}-g${generation} is bought without a word, and nobody knows what ${before} came to`,
        },
      ];
    }),
  );
}

/** Why nobody had to be asked; undefined: one had to. */
function known(mark: string, runs: readonly Once[], calls: readonly CallEntry[], hides: boolean): string | undefined {
  const carries = (params: unknown) => JSON.stringify(params).includes(mark);
  const sender = runs.findLast(({ attempts }) => attempts.some(({ call }) => carries(call.params)));
  // It died before it could send: the diary says "sending", and nobody can know more.
  if (!sender) return runs.some(({ ran }) => ran?.died) ? undefined : "nothing was ever sent";
  if (sender.ran?.died) return undefined;
  const last = calls.findLast((call) => call.kind === "write" && carries(call.params));
  if (!last || isUnknown(last) || ((hides || isHanging(last)) && last.code === "OK")) return undefined;
  return `the last answer was ${last.code}`;
}
