import { type CcnSeen, listCcns } from "../../api/ccns.ts";
import type { Choice } from "../../engine/question.ts";
import type { Input } from "../../engine/step.ts";
import { areaNames, findArea, isShippedTo, smartagRegion } from "../../network/areas.ts";
import { say } from "../../text.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { placed } from "../placed.ts";

/** Where gateways and CCN are: the flag is one of those that every command has. */
export const area = placed<string>({
  name: "area",
  help: say`area of gateways and CCN`,
  at: () => ["ccn", "area"],
  ask: async (_, draft) => ({
    message: say`Where is the office?`,
    kind: "choose-one",
    choices: areaNames.map(areaChoice),
    initial: findArea(draft.ccn.area) ?? "mainland-china",
  }),
});

function areaChoice(name: string): Choice<string> {
  return { value: name, columns: [name, smartagRegion(name), isShippedTo(name) ? "the box is shipped" : "own device"] };
}

/** The CCN by its id; without one it is the one on the CEN, the default one or the only one of the area. */
export const ccnId = placed<string>({
  name: "ccn-id",
  help: say`the CCN that is there already`,
  at: () => ["ccn", "id"],
  ask: async (look, draft) => {
    const ccns = await look.read(listCcns({ account: draft.hub, area: draft.ccn.area }));
    const one = sensible(ccns, draft.cen.id);
    const settled = one && { value: one.ccn.id, because: say`${one.because}` };
    return {
      message: say`Which CCN do the gateways of ${draft.ccn.area} meet in?`,
      kind: "choose-one",
      choices: ccns.map((ccn) => ccnChoice(ccn, draft.cen.id)),
      ...(settled ? { settled } : {}),
    };
  },
});

/** The one that the step would take by itself. */
function sensible(ccns: readonly CcnSeen[], cen: string | undefined) {
  const usable = ccns.filter((ccn) => ccnChoice(ccn, cen).disabled === undefined);
  const onCen = usable.find((ccn) => cen !== undefined && ccn.cenId === cen);
  if (onCen) return { ccn: onCen, because: "on the CEN already" };
  const standard = usable.find((ccn) => ccn.isDefault);
  if (standard) return { ccn: standard, because: "the default CCN of the area" };
  return usable.length === 1 && usable[0] ? { ccn: usable[0], because: "the only one of the area" } : undefined;
}

function ccnChoice(ccn: CcnSeen, cen: string | undefined): Choice<string> {
  const gateways = ccn.gatewayCount === 1 ? "1 gateway" : `${ccn.gatewayCount} gateways`;
  const choice = { value: ccn.id, columns: [ccn.name || "unnamed", ccn.id, gateways] };
  if (ccn.newAgw) return { ...choice, disabled: say`of the new access generation` };
  const isElsewhere = ccn.cenId !== "" && ccn.cenId !== cen;
  return isElsewhere ? { ...choice, disabled: say`on another CEN, ${ccn.cenId}` } : choice;
}

/** Of several CCNs none of which is the default, it picks one too. */
export const ccnName = placed<string>({
  name: "ccn-name",
  help: say`the CCN's name, if one has to be made`,
  at: () => ["ccn", "name"],
  ask: async (_, draft) => ({
    message: say`Name of the CCN`,
    kind: "text",
    settled: { value: draft.ccn.name, because: say`the area has no CCN: it will be made` },
  }),
});

export const ccnInputs: readonly Input[] = [area, ccnId, ccnName, cenName, cenId];
