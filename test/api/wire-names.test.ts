import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Product } from "../../src/api/call.ts";
import { everyCall, nameOf } from "./every-call.ts";

// Published wire names and types; they lie beside the repository of those who have them.
const folder = new URL("../../../shared/openapi/", import.meta.url);
const files: Readonly<Record<Product, string>> = {
  Smartag: "smartag.json",
  Cbn: "cbn.json",
  Vpc: "vpc.json",
  Ecs: "ecs.json",
  Sts: "sts.json",
  BssOpenApi: "bss.json",
};

type Type = string | readonly [Type] | { readonly [name: string]: Type };

describe.skipIf(!existsSync(folder))("every call fits the published names (skipped without ../shared/openapi)", () => {
  test.each(everyCall.map((call) => [nameOf(call), call] as const))("%s", (_, call) => {
    const published = JSON.parse(readFileSync(new URL(files[call.product], folder), "utf8"));
    const request: Record<string, Type> = published.actions[call.action].request;
    expect(misfits(call.params, request)).toEqual([]);
  });
});

function misfits(params: Readonly<Record<string, unknown>>, request: Readonly<Record<string, Type>>): string[] {
  const types = new Map(Object.entries(request).map(([name, type]) => [name.replace("*", ""), type]));
  const required = Object.keys(request).filter((name) => name.endsWith("*"));
  const missing = required.map((name) => name.slice(0, -1)).filter((name) => !(name in params));
  const wrong = Object.entries(params).flatMap(([name, value]) => misfit(name, value, types.get(name)));
  return [...missing.map((name) => `${name} is required`), ...wrong];
}

function misfit(name: string, value: unknown, type: Type | undefined): string[] {
  if (type === undefined) return [`${name} is not a parameter`];
  if (typeof type === "string") {
    return typeof value === type ? [] : [`${name} is ${typeof value}, not ${type}`];
  }
  if (!Array.isArray(type)) return [`${name} is a structure`];
  if (!Array.isArray(value)) return [`${name} is not a list`];
  const [of] = type as readonly [Type];
  return value.flatMap((one, index) =>
    typeof of === "string"
      ? misfit(`${name}.${index + 1}`, one, of)
      : misfits(one, of as Record<string, Type>).map((text) => `${name}.${index + 1}: ${text}`),
  );
}

test("the check itself sees a wrong name, a wrong type and a missing parameter", () => {
  const request: Record<string, Type> = { "RegionId*": "string", Bandwidth: "number", Tag: [{ "Key*": "string" }] };
  expect(misfits({ Bandwith: 1 }, request)).toEqual(["RegionId is required", "Bandwith is not a parameter"]);
  expect(misfits({ RegionId: "x", Bandwidth: "1" }, request)).toEqual(["Bandwidth is string, not number"]);
  expect(misfits({ RegionId: "x", Tag: [{}] }, request)).toEqual(["Tag.1: Key is required"]);
});
