import type { Question } from "../../engine/question.ts";
import { say } from "../../text.ts";
import type { Job, Talk } from "./talk.ts";

const everybody = "everybody";

/** What `reach:` is written from: the job, the office if there is one, and the VPCs that were chosen. */
export interface Chosen {
  readonly job: Job;
  readonly office: string | undefined;
  readonly vpcs: readonly string[];
}

/** Who may reach whom: an office alone what it was asked for; VPCs each other, or each only the one that they share. */
export async function askReach(talk: Talk, chosen: Chosen): Promise<void> {
  const { sketch } = talk;
  const { reach, branches } = sketch.network;
  const { office } = chosen;
  if (reach === undefined && chosen.job !== "office") {
    return branches.some(({ name }) => name !== office) ? undefined : askIsolation(talk, office);
  }
  const isFirst = branches.length === 1;
  if (office !== undefined && (reach !== undefined || isFirst)) sketch.put(["reach", office], chosen.vpcs);
}

/** Two have nobody to be kept apart from. An office reaches them all. */
async function askIsolation({ interview, sketch, flags }: Talk, office: string | undefined): Promise<void> {
  const { vpcs } = sketch.network;
  if (vpcs.length < 3) return;
  const given = flags.sharedVpc === undefined ? undefined : { value: flags.sharedVpc, from: "--shared-vpc" };
  const question: Question<string> = {
    flag: "--shared-vpc",
    message: say`Who may reach whom?`,
    kind: "choose-one",
    choices: [
      { value: everybody, columns: ["Everybody reaches everybody"] },
      ...vpcs.map(({ name }) => ({
        value: name,
        columns: [name, "is shared; the other VPCs do not reach each other"],
      })),
    ],
    initial: everybody,
  };
  const shared = await interview.ask(question, { label: say`Reach`, given });
  if (shared === everybody) return;
  const names = vpcs.map(({ name }) => name);
  const others = names.filter((name) => name !== shared);
  if (office !== undefined) sketch.put(["reach", office], names);
  sketch.put(["reach", shared], others);
  for (const name of others) sketch.put(["reach", name], [shared]);
}
