import { type CenSeen, listCens } from "../../api/cens.ts";
import type { Choice } from "../../engine/question.ts";
import type { Input } from "../../engine/step.ts";
import { say } from "../../text.ts";
import { placed } from "../placed.ts";

/** The CEN by its id: certain, even where two have one name. */
export const cenId = placed<string>({
  name: "cen-id",
  help: say`the CEN that is there already`,
  at: () => ["cen", "id"],
  ask: async (look, draft) => {
    const cens = await look.read(listCens({ account: draft.hub }));
    const [only, ...others] = cens;
    const settled = only && others.length === 0 ? { value: only.id, because: say`the account's only CEN` } : undefined;
    return {
      message: say`Which CEN joins office and VPCs?`,
      kind: "choose-one",
      choices: cens.map(cenChoice),
      ...(settled ? { settled } : {}),
    };
  },
});

function cenChoice(one: CenSeen): Choice<string> {
  return { value: one.id, columns: [one.name || "unnamed", one.id] };
}

/** The CEN by its name: found, or made under it. */
export const cenName = placed<string>({
  name: "cen-name",
  help: say`the CEN's name: found by it, or made (default: that of the network)`,
  at: () => ["cen", "name"],
  ask: async (_, draft) => ({
    message: say`Name of the CEN`,
    kind: "text",
    settled: { value: draft.cen.name, because: say`the account has no CEN: it will be made` },
  }),
});

export const cenInputs: readonly Input[] = [cenName, cenId];
