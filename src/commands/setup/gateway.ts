import type { Choice, Question } from "../../engine/question.ts";
import type { Input } from "../../engine/step.ts";
import { isShippedTo } from "../../network/areas.ts";
import { gatewayModels, modelNames } from "../../network/models.ts";
import type { Deployment, GatewayModel } from "../../network/network.ts";
import { takenBy } from "../../steps/purchase/gateway-choices.ts";
import {
  autoPay,
  bandwidthMbps,
  deployment as deploymentInput,
  deploymentWords,
  gatewayId,
  model as modelInput,
  months,
  rangeOf,
  serial,
} from "../../steps/purchase/inputs.ts";
import { say } from "../../text.ts";
import type { Flags } from "../flags.ts";
import { askAddress } from "./address.ts";
import type { Given } from "./fit-answer.ts";
import { askPlace, type Talk } from "./talk.ts";

/** The choice of a device of one's own; the others are a gateway's id, or a model and a deployment. */
const own = "own";

/** The gateway that serves the office: one that is there, one to be bought, or a device of one's own. */
export async function askGateway(talk: Talk, office: string): Promise<void> {
  const { look, sketch, interview, flags } = talk;
  const isShipped = isShippedTo(sketch.network.ccn.area);
  const there = (await gatewayId.ask(look, sketch.network, office)).choices ?? [];
  const disabled = await takenBy(look, sketch.network, office);
  const offered = [...(isShipped ? offers(flags) : []), ownDevice(isShipped)];
  const anew = disabled ? offered.map((choice) => ({ ...choice, disabled })) : offered;
  const question = whichGateway([...there, ...anew], flags);
  const options = { label: say`Gateway`, money: true as const, given: gatewayGiven(flags), words: flagsFor };
  const answer = await interview.ask(question, options);
  if (there.some((choice) => choice.value === answer)) return sketch.put(gatewayId.at(office), answer);
  if (there.some((choice) => !choice.disabled)) sketch.wantNew();
  if (answer === own) await askOwnDevice(talk, office);
  else putOffer(talk, office, answer);
  await askPlace(talk, bandwidthMbps, office, { label: say`Bandwidth`, money: true });
  await askPlace(talk, months, office, { label: say`Months`, money: true });
  if (flags.inputs?.["auto-pay"]) await askPlace(talk, autoPay, office, { label: say`Payment`, money: true });
  await askAddress(talk, office, isShipped && answer !== own);
}

function whichGateway(choices: readonly Choice<string>[], flags: Flags): Question<string> {
  const flag = flags.inputs?.model ? "--deployment" : "--model";
  const [only, ...others] = choices;
  const settled =
    only && others.length === 0 ? { value: only.value, because: say`nothing is shipped there` } : undefined;
  return {
    flag,
    message: say`Which gateway serves the office?`,
    kind: "choose-one",
    choices,
    ...(settled ? { settled } : {}),
  };
}

/** Every model in every deployment that it is sold in; of one model only when the command line names it. */
function offers(flags: Flags): readonly Choice<string>[] {
  const wanted = modelNames.filter((name) => (flags.inputs?.model?.value ?? name) === name);
  return wanted.flatMap((name) => gatewayModels[name].deployments.map((deployment) => offer(name, deployment)));
}

function offer(name: GatewayModel, deployment: Deployment): Choice<string> {
  const columns = [`Buy ${gatewayModels[name].title}, ${deploymentWords[deployment]}`, rangeOf(name)];
  return { value: `${name}/${deployment}`, columns };
}

function ownDevice(isShipped: boolean): Choice<string> {
  const columns = ["A device of my own", "serial number"];
  return { value: own, columns: isShipped ? columns : [...columns, "Alibaba Cloud ships to mainland China only"] };
}

function gatewayGiven({ inputs }: Flags): Given | undefined {
  if (inputs?.["gateway-id"]) return inputs["gateway-id"];
  if (inputs?.serial) return { value: own, from: inputs.serial.from };
  const name = modelNames.find((one) => one === inputs?.model?.value);
  const deployments = name === undefined ? [] : gatewayModels[name].deployments;
  const deployment = inputs?.deployment?.value ?? (deployments.length === 1 ? deployments[0] : undefined);
  if (!inputs?.model || deployment === undefined) return undefined;
  return { value: `${String(inputs.model.value)}/${String(deployment)}`, from: inputs.model.from };
}

function flagsFor(answer: string): readonly string[] {
  if (answer === own) return [];
  const [name = "", deployment] = answer.split("/");
  return deployment === undefined ? ["--gateway-id", name] : ["--model", name, "--deployment", deployment];
}

function putOffer({ sketch }: Talk, office: string, answer: string): void {
  const [name, deployment] = answer.split("/");
  sketch.put(modelInput.at(office), name);
  sketch.put(deploymentInput.at(office), deployment);
}

const ownModel: Input<GatewayModel> = {
  ...modelInput,
  ask: async (...of) => ({ ...(await modelInput.ask(...of)), message: say`Which model is your device?` }),
};

/** Bandwidth is bought for it all the same, so the model matters. */
async function askOwnDevice(talk: Talk, office: string): Promise<void> {
  await askPlace(talk, ownModel, office, { label: say`Model`, money: true });
  await askPlace(talk, deploymentInput, office, { label: say`Devices`, money: true });
  await askPlace(talk, serial, office, { label: say`Serial number` });
}
