import type { Flags } from "../commands/flags.ts";
import { SagctlError } from "../errors.ts";
import { say } from "../text.ts";

/** The URL of a running `simulate serve`; undefined when the folder's own cloud is meant. */
export function servedAt(flags: Flags): URL | undefined {
  if (typeof flags.simulate !== "string") return undefined;
  if (URL.canParse(flags.simulate)) return new URL(flags.simulate);
  throw new SagctlError({
    kind: "usage",
    code: "bad-flag",
    message: say`--simulate=${flags.simulate} is not a URL`,
    tryThis: [say`Copy the line that sagctl simulate serve prints, or leave the URL out`],
  });
}
