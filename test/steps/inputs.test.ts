import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createLook } from "../../src/engine/look.ts";
import type { Input } from "../../src/engine/step.ts";
import { environmentName } from "../../src/flags.ts";
import { itemKey } from "../../src/keys.ts";
import { networkSchema } from "../../src/network/schema.ts";
import { type Asked, createProgram } from "../../src/program.ts";
import { loadSteps } from "../../src/steps/index.ts";
import { plain } from "../../src/text.ts";
import { createTestHost, runCli } from "../support/host.ts";
import { openRig } from "../support/rig.ts";

const steps = await loadSteps();
const inputs = steps.flatMap((step) =>
  step.inputs.map((input) => ({ step: step.name, flag: `--${input.name}`, input })),
);

/** What commander makes of a step's command line. */
async function parse(step: string, env: Readonly<Record<string, string>>, ...argv: string[]): Promise<Asked> {
  let asked: Asked | undefined;
  const program = createProgram(createTestHost({ env }), async (one) => {
    asked = one;
    return 0;
  });
  await program.parseAsync([step, ...argv], { from: "user" });
  if (!asked) throw new Error(`${step} was not carried out`);
  return asked;
}

function heard({ flags }: Asked, { name }: Input): { readonly value: unknown; readonly from?: string } {
  const everywhere = { area: flags.area, region: flags.region }[name];
  return everywhere === undefined ? (flags.inputs?.[name] ?? { value: undefined }) : { value: everywhere };
}

function wordOf({ many }: Input): { readonly text: string; readonly value: unknown } {
  return many
    ? { text: "a1,b2", value: ["a1", "b2"] }
    : { text: "7", value: expect.toSatisfy((one) => `${one}` === "7") };
}

/** An item of the tutorial for which the input can be asked. */
function itemFor(input: Input): string {
  const [section] = input.at("item");
  const names = { branches: "beijing", vpcs: "hangzhou", packages: "china-america", connections: "ccn/silicon-valley" };
  return names[section as keyof typeof names] ?? "beijing-office";
}

/** Places that no step's input is for, and how else they are said. */
const saidElsewhere: Readonly<Record<string, string>> = {
  network: "--name",
  simulate: "--scenario",
  marker: "made by init and setup, never typed",
  "accounts.item.profile": "--profile",
  "accounts.item.uid": "told by the key in use",
  "branches.item.account": "the first account owns the gateways",
  "branches.item.area": "--area, one for gateways and CCN",
  "branches.item.gateway.serial": "--serial",
  "packages.item.name": "--name",
  "vpcs.item.cidrs": "the file only: blocks of a VPC whose account's key is elsewhere",
  "vpcs.item.attachment": "the file only: for who cannot see the CEN",
  "reach.item": "the file only: it names items of the file",
};

/** Every place of the network file that holds a value. */
function placesOf(schema: unknown, path: readonly string[] = []): readonly string[] {
  if (schema instanceof z.ZodOptional) return placesOf(schema.unwrap(), path);
  if (schema instanceof z.ZodRecord) return placesOf(schema.valueType, [...path, "item"]);
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodObject) {
    return placesOf(schema.element, [...path, "item"]);
  }
  if (!(schema instanceof z.ZodObject)) return [path.join(".")];
  return Object.entries(schema.shape).flatMap(([key, inner]) => placesOf(inner, [...path, key]));
}

describe("law 8: whatever a step must know has a flag, an environment name, a question and a help line", () => {
  it.each(steps)("$name has inputs, each of a name of its own", (step) => {
    const names = step.inputs.map((input) => input.name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  it("every place of the network file is that of an input, or is said in another way", () => {
    const asked = new Set(inputs.map(({ input }) => input.at("item").join(".")));
    const unsaid = placesOf(networkSchema).filter((place) => !asked.has(place) && !(place in saidElsewhere));
    expect(unsaid).toEqual([]);
  });

  it.each(inputs)("$step $flag is a flag and has a help line", async ({ step, flag, input }) => {
    const { text, value } = wordOf(input);
    expect(heard(await parse(step, {}, flag, text), input).value).toEqual(value);
    const { stdout } = await runCli([step, "--help"]);
    const help = stdout.replace(/\s+/g, " ");
    expect(help).toContain(` ${flag} <`);
    expect(plain(input.help).length).toBeGreaterThan(5);
    expect(help).toContain(plain(input.help).replace(/\s+/g, " "));
  });

  it.each(inputs)("$step $flag has an environment name, and the flag goes before it", async ({ step, flag, input }) => {
    const { text, value } = wordOf(input);
    const env = { [environmentName(flag)]: text };
    expect(heard(await parse(step, env), input).value).toEqual(value);
    expect(heard(await parse(step, env, flag, "8"), input).value).not.toEqual(value);
  });

  it("each is asked in words, with its flag, and with choices where there are any to make", async () => {
    const rig = await openRig({ scenario: "tutorial-a" });
    for (const { step, flag, input } of inputs) {
      const question = await rig.inWorld((world) => {
        const look = createLook(
          world,
          itemKey(step, "x"),
          () => 0,
          () => undefined,
        );
        return input.ask(look, rig.network, itemFor(input));
      });
      expect(question.flag).toBe(flag);
      expect(plain(question.message)).not.toBe("");
      if (question.kind.startsWith("choose") && !question.settled) expect(question.choices, flag).toBeDefined();
      if (question.kind === "form") expect(question.fields?.length, flag).toBeGreaterThan(0);
    }
    expect(rig.cloud.calls().filter((call) => call.kind !== "read")).toEqual([]);
    await rig.close();
  });
});
