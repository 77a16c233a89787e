import { createRequire } from "node:module";
import { expect, test } from "vitest";
import type { Product } from "../../src/api/call.ts";
import { everyCall, nameOf } from "./every-call.ts";

const load = createRequire(import.meta.url);
const packages: Partial<Record<Product, string>> = {
  Vpc: "@alicloud/vpc20160428",
  Ecs: "@alicloud/ecs20140526",
};

interface Model {
  names(): Record<string, string>;
  types(): Record<string, string | { itemType: string | Model }>;
}

const calls = everyCall.filter((call) => call.product in packages);

test.each(calls.map((call) => [nameOf(call), call] as const))("%s fits the official SDK's model", (_, call) => {
  const name = `${call.action}Request`;
  // The file's name, unlike the class's, is spelled "Vswitch".
  const file = name.replace("VSwitch", "Vswitch");
  const model: Model = load(`${packages[call.product]}/dist/models/${file}.js`)[name];
  expect(misfits(call.params, model)).toEqual([]);
});

// One model file at a time: the whole package takes half a second to load.
function misfits(params: Readonly<Record<string, unknown>>, model: Model): string[] {
  const fields = new Map(Object.entries(model.names()).map(([field, wire]) => [wire, model.types()[field]]));
  return Object.entries(params).flatMap(([name, value]) => {
    const type = fields.get(name);
    if (type === undefined) return [`${name} is not in the model`];
    if (typeof type === "string") return typeof value === type ? [] : [`${name} is ${typeof value}, not ${type}`];
    const { itemType } = type;
    return (value as unknown[]).flatMap((one) =>
      typeof itemType === "string" ? [] : misfits(one as Record<string, unknown>, itemType),
    );
  });
}
