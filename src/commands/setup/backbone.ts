import { listCcns } from "../../api/ccns.ts";
import { listCens } from "../../api/cens.ts";
import { ccnId, ccnName } from "../../steps/ccn/inputs.ts";
import { cenId, cenName } from "../../steps/cen/inputs.ts";
import { say } from "../../text.ts";
import { askPlace, type Talk } from "./talk.ts";

/** The CEN: the one that is there, one of several, or one to be made. */
export async function askCen(talk: Talk): Promise<void> {
  const { look, sketch, flags } = talk;
  if (sketch.network.cen.id !== undefined) return;
  const cens = await look.read(listCens({ account: sketch.network.hub }));
  const named = flags.inputs?.["cen-name"];
  if (cens.length === 0 || (named && !cens.some((one) => one.name === named.value))) {
    await askPlace(talk, cenName, "", { label: say`CEN` });
    return;
  }
  const id = await askPlace(talk, cenId, "", { label: say`CEN`, given: flags.inputs?.["cen-id"] ?? named });
  const name = cens.find((one) => one.id === id)?.name;
  if (name) sketch.put(cenName.at(""), name);
}

/** The CCN: only one that the step would not choose by itself has to be written down. */
export async function askCcn(talk: Talk): Promise<void> {
  const { look, sketch, interview, flags } = talk;
  const { hub, ccn } = sketch.network;
  if (ccn.id !== undefined) return;
  const ccns = await look.read(listCcns({ account: hub, area: ccn.area }));
  const named = flags.inputs?.["ccn-name"];
  if (ccns.length === 0) {
    if (named) await askPlace(talk, ccnName, "", { label: say`CCN` });
    return;
  }
  const question = await ccnId.ask(look, sketch.network, "");
  const given = flags.inputs?.["ccn-id"] ?? named;
  const id = await interview.ask(question, { label: say`CCN`, given });
  if (!question.settled || given) sketch.put(ccnId.at(""), id);
}
