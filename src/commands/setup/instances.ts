import type { Choice, Question } from "../../engine/question.ts";
import type { Input } from "../../engine/step.ts";
import { hasAddress } from "../../network/addresses.ts";
import { problemAt } from "../../network/form-at.ts";
import type { Vpc } from "../../network/network.ts";
import { readVpcs } from "../../steps/attach/vpc-choices.ts";
import { verify } from "../../steps/ping/inputs.ts";
import { allow, securityGroup } from "../../steps/security-group/inputs.ts";
import { typedList } from "../../steps/typed-list.ts";
import { say, type Text } from "../../text.ts";
import type { AskOptions } from "./interview.ts";
import type { Talk } from "./talk.ts";

const other = "other";

/** What is let in; a port that is not in the list is typed. */
export async function askAllow(talk: Talk): Promise<void> {
  const { look, sketch, interview, flags } = talk;
  const of = await allow.ask(look, sketch.network, "");
  const known = of.choices ?? [];
  const given = flags.inputs?.allow;
  const isTyped = [given?.value].flat().some((one) => one !== undefined && !known.some(({ value }) => value === one));
  if (isTyped) {
    const typed = await interview.ask(typedPorts, { label: say`Let in` });
    return sketch.put(allow.at(""), typed);
  }
  const question = {
    ...of,
    choices: [...known, { value: other, columns: [other, "ports, to be typed"] }],
    check: (answer: readonly string[]) => (answer.length === 0 ? say`Choose at least one` : undefined),
  };
  const words = (answer: readonly string[]) => (answer.length === 0 ? [] : ["--allow", answer.join(",")]);
  const chosen = await interview.ask(question, { label: say`Let in`, words: (one) => words(without(one)) });
  if (!chosen.includes(other)) return sketch.put(allow.at(""), chosen);
  const options = { label: say`Ports`, about: other, words };
  const typed = await interview.ask({ ...typedPorts, flag: "--allow" }, options);
  sketch.put(allow.at(""), [...without(chosen), ...typed]);
}

function without(answer: readonly string[]): readonly string[] {
  return answer.filter((one) => one !== other);
}

const typedPorts: Question<readonly string[]> = {
  flag: "--allow",
  message: say`Which ports? (tcp/8000-8080, udp/53)`,
  kind: "text",
  form: typedList,
  check: (answer) => problemAt(["allow"], answer),
};

/** The addresses to ping in the end, chosen from the instances of the VPCs. */
export async function askAddresses(talk: Talk, vpcs: readonly Vpc[]): Promise<void> {
  const message = say`Which addresses are to be pinged in the end?`;
  const given = await addressesGiven(talk, vpcs);
  if (given) return given.forEach(({ vpc, addresses }) => void talk.sketch.put(verify.at(vpc), addresses));
  await askTogether(talk, verify, vpcs, { message, label: say`Ping` });
}

/** Addresses of the command line need not be an instance's: each goes to the VPC that it lies in. */
async function addressesGiven({ look, sketch, flags }: Talk, vpcs: readonly Vpc[]) {
  const given = flags.inputs?.verify?.value as readonly string[] | undefined;
  if (!given) return undefined;
  const accounts = [...new Set([sketch.network.hub, ...vpcs.map((vpc) => vpc.account)])];
  const seen = (await Promise.all(accounts.map((account) => readVpcs(look, account)))).flat();
  return vpcs.map(({ name, id }) => {
    const of = seen.find((one) => one.id === id);
    const blocks = of ? [of.cidr, ...of.secondaryCidrs] : [];
    return { vpc: name, addresses: given.filter((address) => blocks.some((block) => hasAddress(block, address))) };
  });
}

/** The groups to open: those of the addresses to ping where that is clear. */
export async function askGroups(talk: Talk, vpcs: readonly Vpc[]): Promise<void> {
  const message = say`Which security groups are to be opened?`;
  await askTogether(talk, securityGroup, vpcs, { message, label: say`Security group` });
}

/** What is clear in a VPC is shown; all the rest is one question. */
async function askTogether(
  talk: Talk,
  input: Input<readonly string[]>,
  vpcs: readonly Vpc[],
  { message, label }: { readonly message: Text; readonly label: Text },
): Promise<void> {
  const { look, sketch, interview, flags } = talk;
  const open: { readonly vpc: string; readonly question: Question<readonly string[]> }[] = [];
  for (const { name } of vpcs) {
    const question = await input.ask(look, sketch.network, name);
    if (question.settled && !flags.inputs?.[input.name]) {
      sketch.put(input.at(name), await interview.ask(question, { label }));
    } else open.push({ vpc: name, question });
  }
  const choices = open.flatMap(({ question }) => question.choices ?? []) as readonly Choice<string>[];
  const options: AskOptions<readonly string[]> = { label };
  const initial = open.flatMap(({ question }) => question.initial ?? []);
  const flag = `--${input.name}`;
  const question: Question<readonly string[]> = { flag, message, kind: "choose-many", choices, initial };
  const chosen = choices.length === 0 ? [] : await interview.ask(question, options);
  for (const { vpc, question: of } of open) {
    const own = (of.choices ?? []) as readonly Choice<string>[];
    sketch.put(
      input.at(vpc),
      chosen.filter((value) => own.some((choice) => choice.value === value)),
    );
  }
}
