import type { Question } from "../../engine/question.ts";
import { say } from "../../text.ts";
import type { Talk } from "./talk.ts";

const everybody = "everybody";

/** Whether all VPCs reach each other, or each only the one that they share; two have nobody to be kept apart from. */
export async function askIsolation({ interview, sketch, flags }: Talk): Promise<void> {
  const { vpcs, branches, reach } = sketch.network;
  if (reach !== undefined || branches.length > 0 || vpcs.length < 3) return;
  const given = flags.sharedVpc === undefined ? undefined : { value: flags.sharedVpc, from: "--shared-vpc" };
  const question: Question<string> = {
    flag: "--shared-vpc",
    message: say`Who may reach whom?`,
    kind: "choose-one",
    choices: [
      { value: everybody, columns: ["Everybody reaches everybody"] },
      ...vpcs.map(({ name }) => ({ value: name, columns: [name, "is shared; the others do not reach each other"] })),
    ],
    initial: everybody,
  };
  const shared = await interview.ask(question, { label: say`Reach`, given });
  if (shared === everybody) return;
  const others = vpcs.map(({ name }) => name).filter((name) => name !== shared);
  sketch.put(["reach", shared], others);
  for (const name of others) sketch.put(["reach", name], [shared]);
}
