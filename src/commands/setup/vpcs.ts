import type { VpcSeen } from "../../api/vpc.ts";
import type { Question } from "../../engine/question.ts";
import { SagctlError } from "../../errors.ts";
import type { Network } from "../../network/network.ts";
import { vpc as vpcInput } from "../../steps/attach/inputs.ts";
import { readVpcs } from "../../steps/attach/vpc-choices.ts";
import { say } from "../../text.ts";
import type { Job, Talk } from "./talk.ts";

/** Which VPCs are to be reached; their names in the file are those of the console where they will do. */
export async function askVpcs(talk: Talk, job: Job): Promise<readonly string[]> {
  const { look, sketch, interview } = talk;
  const vpcs = await readVpcs(look, sketch.network.hub);
  const ids = await interview.ask(await vpcsQuestion(talk, job), { label: say`VPCs` });
  return ids.map((id) => putVpc(talk, vpcs, id));
}

async function vpcsQuestion({ look, sketch }: Talk, job: Job): Promise<Question<readonly string[]>> {
  const one = await vpcInput.ask(look, sketch.network, "");
  const choices = one.choices ?? [];
  const free = choices.filter((choice) => !choice.disabled);
  if (free.length === 0) throw nothingToReach(choices.length);
  const question = {
    flag: one.flag,
    message: job === "office" ? say`Which VPCs should the office reach?` : say`Which of your VPCs are to be connected?`,
    kind: "choose-many" as const,
    choices,
    check: (ids: readonly string[]) => (ids.length === 0 ? say`Choose at least one` : undefined),
  };
  const [only] = free;
  if (!only || choices.length > 1) return question;
  return { ...question, settled: { value: [only.value], because: say`the account's only VPC` } };
}

function nothingToReach(count: number): SagctlError {
  return new SagctlError({
    kind: "guard",
    code: "no-vpc",
    message:
      count === 0
        ? say`The account has no VPC that a CEN could join, so there is nothing to reach`
        : say`Every VPC of the account clashes with the office's addresses`,
    tryThis: [
      count === 0
        ? say`Make a VPC first, or use another account: --profile NAME`
        : say`Give other addresses: sagctl setup --cidr …`,
    ],
  });
}

/** One that the file names already keeps its name there. */
export function putVpc({ sketch }: Talk, vpcs: readonly VpcSeen[], id: string): string {
  const draft = sketch.network;
  const known = draft.vpcs.find((one) => one.id === id);
  if (known) return known.name;
  const seen = vpcs.find((one) => one.id === id);
  const name = freeName(seen?.name ?? "", id, draft);
  sketch.put(["vpcs", name], { id, region: seen?.region ?? "" });
  return name;
}

/** The console's name in the letters of the file, else the id. */
function freeName(title: string, id: string, draft: Network): string {
  const name = title
    .trim()
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^[-_]+|-+$/g, "")
    .slice(0, 63);
  const taken = ["ccn", ...draft.branches.map((one) => one.name), ...draft.vpcs.map((one) => one.name)];
  return /[A-Za-z]/.test(name) && !taken.includes(name) ? name : id;
}
