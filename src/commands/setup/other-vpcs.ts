import { readCallerIdentity } from "../../api/sts.ts";
import type { VpcSeen } from "../../api/vpc.ts";
import type { Question } from "../../engine/question.ts";
import type { AccountName } from "../../keys.ts";
import { problemAt } from "../../network/form-at.ts";
import { payer, region as regionInput, vpcAccount, vpc as vpcInput } from "../../steps/attach/inputs.ts";
import { readVpcs, vpcChoices } from "../../steps/attach/vpc-choices.ts";
import { typedList } from "../../steps/typed-list.ts";
import { say } from "../../text.ts";
import type { Given } from "./fit-answer.ts";
import { nextGiven } from "./next-given.ts";
import { askPlace, type Talk } from "./talk.ts";
import { putVpc } from "./vpcs.ts";

/** The choice of an account whose key is not here: its operator runs sagctl there. */
const elsewhere = "elsewhere";

/** VPCs of another account: chosen where its key is here, told by id where it is not; and who pays for them. */
export async function askOtherVpcs(talk: Talk): Promise<readonly string[]> {
  const account = await askAccount(talk);
  const names = talk.look.holds(account) ? await chooseVpcs(talk, account) : await tellVpc(talk, account);
  for (const name of names) {
    talk.sketch.put(vpcAccount.at(name), account);
    await askPlace(talk, payer, name, { label: say`Payer`, about: name, money: true, given: nextGiven(talk, payer) });
  }
  return names;
}

async function askAccount(talk: Talk): Promise<AccountName> {
  const { interview, keysHere, sketch, flags } = talk;
  const given = flags.inputs?.["vpc-account"];
  const { hub, accounts } = sketch.network;
  const here = (await keysHere()).filter((name) => name !== hub);
  const question = accountQuestion(here, flags.simulate === true);
  const isNamed = given === undefined || [...here, ...accounts.map((one) => one.name)].includes(String(given.value));
  const chosen = isNamed ? await interview.ask(question, { label: say`Other account`, given }) : elsewhere;
  if (chosen !== elsewhere) return putAccount(talk, chosen);
  return interview.ask(uidQuestion, { label: say`Other account`, about: elsewhere, given });
}

function accountQuestion(here: readonly AccountName[], isSimulated: boolean): Question<string> {
  const question: Question<string> = {
    flag: "--vpc-account",
    message: say`Whose VPCs join?`,
    kind: "choose-one",
    choices: [
      ...here.map((name) => ({ value: name, columns: [name, "its key is here"] })),
      { value: elsewhere, columns: ["Another account", "its key is not here: its operator grants"] },
    ],
  };
  const [only] = here;
  if (here.length > 1) return question;
  const none = isSimulated
    ? say`this simulated cloud has one account: --scenario tutorial-b has two`
    : say`no other account's key is here`;
  const because = only ? say`the only other account whose key is here` : none;
  return { ...question, settled: { value: only ?? elsewhere, because } };
}

const uidQuestion: Question<string> = {
  flag: "--vpc-account",
  message: say`Its account id? (16 digits: the console shows it at the profile picture)`,
  kind: "text",
  check: (uid) => problemAt(["accounts", "other", "uid"], uid),
};

/** The file names the account with the id that the service gives for its key. */
async function putAccount({ look, sketch, profileOf }: Talk, name: AccountName): Promise<AccountName> {
  if (sketch.network.accounts.some((one) => one.name === name && one.uid !== undefined)) return name;
  const { accountId } = await look.read(readCallerIdentity({ account: name }));
  sketch.put(["accounts", name, "uid"], accountId);
  const profile = profileOf(name);
  if (profile !== undefined) sketch.put(["accounts", name, "profile"], profile);
  return name;
}

async function chooseVpcs(talk: Talk, account: AccountName): Promise<readonly string[]> {
  const { look, sketch, interview, flags } = talk;
  const vpcs = await readVpcs(look, account);
  const choices = await vpcChoices(look, sketch.network, account);
  const [only, ...others] = choices.filter((one) => !one.disabled);
  const question: Question<readonly string[]> = {
    flag: "--other-vpc",
    message: say`Which VPCs of ${account} join?`,
    kind: "choose-many",
    choices,
    check: (ids) => (ids.length === 0 ? say`Choose at least one` : undefined),
    ...(only && others.length === 0
      ? { settled: { value: [only.value], because: say`the only VPC of ${account}` } }
      : {}),
  };
  const ids = await interview.ask(question, { label: say`Their VPCs`, given: otherGiven(flags) });
  return ids.map((id) => putVpc(talk, vpcs, id));
}

function otherGiven({ otherVpc }: Talk["flags"]): Given | undefined {
  return otherVpc === undefined ? undefined : { value: otherVpc, from: "--other-vpc" };
}

/** Nobody can look at it from here: its owner tells id and region. */
async function tellVpc(talk: Talk, account: AccountName): Promise<readonly string[]> {
  const { interview, flags, sketch } = talk;
  const typed: Question<readonly string[]> = {
    flag: "--other-vpc",
    message: say`The id of its VPC? (its owner can tell: vpc-…)`,
    kind: "text",
    form: typedList,
    check: (ids) => ids.map((id) => problemAt(vpcInput.at("other"), id)).find((problem) => problem !== undefined),
  };
  const ids = await interview.ask(typed, { label: say`Their VPCs`, about: account, given: otherGiven(flags) });
  const where: Question<string> = {
    flag: "--other-region",
    message: say`In which region? (ap-southeast-1)`,
    kind: "text",
    check: (region) => problemAt(regionInput.at("other"), region),
  };
  const from = flags.otherRegion === undefined ? undefined : { value: flags.otherRegion, from: "--other-region" };
  const region = await interview.ask(where, { label: say`Their region`, given: from });
  const seen = ids.map((id) => ({ id, region, name: "" }) as VpcSeen);
  const names = ids.map((id) => putVpc(talk, seen, id));
  for (const name of names) sketch.put(vpcAccount.at(name), account);
  return names;
}
