import { SagctlError } from "../errors.ts";
import { say } from "../text.ts";
import { findProblems } from "./find-problems.ts";
import type { Goal, Network } from "./network.ts";
import type { Origin } from "./origin.ts";
import { type FlagOverlay, withFlags } from "./overlay.ts";
import { NetworkFileError, type Problem } from "./problem.ts";
import { networkOf } from "./resolve.ts";
import { networkSchema } from "./schema.ts";
import { parseYaml } from "./yaml/yaml-text.ts";

/** As a person reads: from the first line to the last. */
function inOrder(problems: readonly Problem[], origin: Origin): Problem[] {
  const at = (problem: Problem) => origin.where(problem.path, problem.part);
  return problems.toSorted((a, b) => at(a).localeCompare(at(b), "en", { numeric: true }));
}

/** Turns a plain document into a Network, or says all that is wrong with it at once. */
export function resolveNetwork(document: unknown, origin: Origin, goal: Goal): Network {
  const problems = findProblems(document, origin);
  if (problems.length > 0) throw new NetworkFileError(inOrder(problems, origin), origin);
  return networkOf(networkSchema.parse(document), origin, goal);
}

/** Reads the text of a network file; what flags say goes over it. `file` is what errors call it. */
export function loadNetworkFile(text: string, file: string, flags: FlagOverlay | undefined, goal: Goal): Network {
  const { document, origin } = withFlags(flags ?? [], parseYaml(text, file));
  return resolveNetwork(document, origin, goal);
}

/** A network out of flags alone, for sub-commands without a file; it may be partial. */
export function networkFromFlags(flags: FlagOverlay, name: string, goal: Goal): Network {
  const { document, origin } = withFlags(flags, undefined, name);
  return resolveNetwork(document, origin, goal);
}

/** Fetches the text of a network file, and says in our words why it cannot be had. */
export async function readNetworkFile(path: string, readText: (path: string) => Promise<string>): Promise<string> {
  try {
    return await readText(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT") {
      const tryThis = [say`sagctl init > ${path}`, say`sagctl setup`];
      throw new SagctlError({ kind: "usage", code: "file-missing", message: say`there is no ${path}`, tryThis, cause });
    }
    throw new SagctlError({
      kind: "usage",
      code: "file-unreadable",
      message: say`${path} cannot be read: ${String(code)}`,
      tryThis: [
        code === "EISDIR"
          ? say`It is a folder: name the file in it`
          : say`Allow yourself to read it: chmod u+r ${path}`,
        say`Or name another network file: --file PATH`,
      ],
      cause,
    });
  }
}
