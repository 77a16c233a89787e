import { describe, expect, test } from "vitest";
import { type ParameterRule, Refusal, type SimAction } from "../../../src/simulator/action.ts";
import { businessParameters, decodeParameters } from "../../../src/simulator/wire/parameters.ts";

function action(parameters: Record<string, ParameterRule>, missing?: SimAction["missing"]): SimAction {
  const rest = { product: "Vpc", name: "Toy", kind: "read", permission: "vpc:Toy", evidence: "none" } as const;
  return { ...rest, parameters, handle: () => ({}), ...(missing ? { missing } : {}) };
}

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  return expect.unreachable("nothing was refused");
}

const table = action({
  Count: { type: "integer" },
  Flag: { type: "boolean" },
  Ids: { type: "json" },
  Kind: { type: "string", oneOf: ["a", "b"] },
  Name: { type: "list" },
  ClientToken: { type: "string" },
  Rule: {
    type: "list",
    of: { Cidr: { type: "string", required: true }, Port: { type: "integer" }, Zone: { type: "list" } },
  },
});

describe("decoding", () => {
  test("turns text into what the table says", () => {
    const flat = { Count: "-5", Flag: "true", Ids: '["i-1"]', Kind: "b" };
    expect(decodeParameters(table, flat)).toEqual({ Count: -5, Flag: true, Ids: ["i-1"], Kind: "b" });
  });

  test("takes a ClientToken of 64 characters", () => {
    const ClientToken = "t".repeat(64);
    expect(decodeParameters(table, { ClientToken })).toEqual({ ClientToken });
  });

  test("gathers flat lists in the order of their numbers, nested ones too", () => {
    const flat = {
      "Name.10": "z",
      "Name.2": "b",
      "Rule.1.Cidr": "10.0.0.0/8",
      "Rule.1.Port": "80",
      "Rule.1.Zone.1": "h",
    };
    expect(decodeParameters(table, flat)).toEqual({
      Name: ["b", "z"],
      Rule: [{ Cidr: "10.0.0.0/8", Port: 80, Zone: ["h"] }],
    });
  });

  test("leaves the protocol's own and the legacy owner parameters out", () => {
    const flat = { Action: "Toy", Signature: "x", OwnerId: "1", ResourceOwnerAccount: "a", RegionId: "cn-hangzhou" };
    expect(decodeParameters(table, flat)).toEqual({});
  });

  test("takes an empty number as absent and an empty string as one", () => {
    expect(decodeParameters(action({ N: { type: "integer" }, S: { type: "string" } }), { N: "", S: "" })).toEqual({
      S: "",
    });
  });
});

describe("refusing", () => {
  test.each([
    ["Count", "five"],
    ["Count", "1.5"],
    ["Flag", "yes"],
    ["Flag", "constructor"],
    ["Ids", "[i-1]"],
    ["Kind", "c"],
    ["Name", "not-flat"],
    ["Rule.1.Port", "x"],
    ["ClientToken", "t".repeat(65)],
    ["ClientToken", "völlig"],
  ])("%s=%s does not fit the table", (name, text) => {
    const refusal = refusalOf(() => decodeParameters(table, { "Rule.1.Cidr": "10.0.0.0/8", [name]: text }));
    expect([refusal.status, refusal.code]).toEqual([400, "InvalidParameter"]);
    expect(refusal.message).toContain(`"${name}"`);
  });

  test.each(["Other", "Count.1", "Name.1.Key", "Rule.1.Other", "constructor"])(
    "%s is not modelled, and is said so",
    (name) => {
      const refusal = refusalOf(() => decodeParameters(table, { "Rule.1.Cidr": "10.0.0.0/8", [name]: "1" }));
      expect(refusal.code).toBe("InvalidParameter");
      expect(refusal.message).toContain("not modelled");
    },
  );

  test("a required parameter that is absent or empty", () => {
    const required = action({ RegionId: { type: "string", required: true } });
    for (const flat of [{}, { RegionId: "" }]) {
      const refusal = refusalOf(() => decodeParameters(required, flat));
      expect([refusal.status, refusal.code]).toEqual([400, "MissingParameter"]);
      expect(refusal.message).toBe(
        'The input parameter "RegionId" that is mandatory for processing this request is not supplied.',
      );
    }
  });

  test("a required member of a list's element", () => {
    expect(refusalOf(() => decodeParameters(table, { "Rule.1.Port": "80" })).code).toBe("MissingParameter");
  });

  test("a missing parameter in the product's own shape", () => {
    const own = action({ A: { type: "string", required: true } }, { status: 403, code: "MissingParameter.A" });
    const refusal = refusalOf(() => decodeParameters(own, {}));
    expect([refusal.status, refusal.code]).toEqual([403, "MissingParameter.A"]);
  });
});

test("what is logged of a refused request holds neither key nor signature nor token", () => {
  const flat = { AccessKeyId: "a", Signature: "b", SecurityToken: "c", SignatureNonce: "d", RegionId: "e", CenId: "f" };
  expect(businessParameters(flat)).toEqual({ RegionId: "e", CenId: "f" });
});
