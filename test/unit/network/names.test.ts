import { describe, expect, it } from "vitest";
import { branchBuying, fileWith, linesOf, networkOf } from "./network-text.ts";

const vpc = (fields: string) => fileWith({ vpcs: `  v: { ${fields} }` });
const pack = (areas: string) => `packages: { p: { areas: ${areas}, bandwidthMbps: 2, charge: POSTPAY } }`;

const unknown: [what: string, text: string, said: string][] = [
  ["region", vpc("id: vpc-1, region: cn-hangzou"), 'unknown region "cn-hangzou"; did you mean cn-hangzhou?'],
  ["area", fileWith({ rest: "ccn: { area: hongkong }" }), 'unknown area "hongkong"; did you mean hong-kong?'],
  [
    "area like no other",
    fileWith({ rest: "ccn: { area: mars }" }),
    'unknown area "mars"; known: mainland-china, hong-kong',
  ],
  ["CEN area", fileWith({ rest: pack("[China, Amerika]") }), 'unknown CEN area "Amerika"; known: China, North-America'],
  [
    "model",
    fileWith({ branches: branchBuying("model: SAG-100WM, bandwidthMbps: 5") }),
    'unknown model "SAG-100WM"; did you mean sag-100wm?',
  ],
  ["VPC id", vpc("id: hangzhou, region: us-west-1"), '"hangzhou" is not an id such as vpc-'],
  ["security group id", vpc("id: vpc-1, region: us-west-1, securityGroups: [web]"), '"web" is not an id such as sg-'],
  ["address", vpc("id: vpc-1, region: us-west-1, verify: [10.1.0.300]"), '"10.1.0.300" is not an IPv4 address'],
  [
    "account",
    `${vpc("id: vpc-1, region: us-west-1, account: hubb")}accounts: { hub: {} }`,
    'unknown account "hubb"; did you mean hub?',
  ],
  [
    "account where none is named",
    vpc("id: vpc-1, region: us-west-1, account: shop"),
    'unknown account "shop"; known: hub',
  ],
  [
    "end of a connection",
    fileWith({ rest: "connections: [{ between: [hangzou, us], bandwidthMbps: 2 }]" }),
    'sagctl.yaml:7:27: unknown VPC "hangzou"; did you mean hangzhou?',
  ],
  [
    "one who reaches",
    fileWith({ rest: "reach: { beijin: [us] }" }),
    'sagctl.yaml:7:10: unknown branch or VPC "beijin"; did you mean beijing?',
  ],
  [
    "one who is reached",
    fileWith({ rest: "reach: { beijing: [uss] }" }),
    'sagctl.yaml:7:20: unknown branch or VPC "uss"; did you mean us?',
  ],
];

describe("a name that nothing bears", () => {
  it.each(unknown)("%s", (_, text, said) => {
    expect(linesOf(text)).toEqual([expect.stringContaining(said)]);
  });
});

describe("a name of one's own", () => {
  const named = (name: string) => fileWith({ vpcs: `  ${name}: { id: vpc-1, region: us-west-1 }` });

  it("is not ccn, which connections use for the CCN", () => {
    expect(linesOf(named("ccn"))).toEqual(["sagctl.yaml:5:3: ccn is a reserved name; choose another one"]);
  });

  it("is not that of a branch and of a VPC at once", () => {
    expect(linesOf(named("beijing"))).toEqual([
      "sagctl.yaml:5:3: beijing is the name of a branch already; choose another one",
    ]);
  });

  it.each(["vpc_3", "7eleven", "a", "constructor"])("may be %s", (name) => {
    expect(networkOf(named(name)).vpcs[0]?.name).toBe(name);
  });

  it.each(["_a", "a.b", "ä", "a b"])("may not be %s", (name) => {
    expect(linesOf(named(name))[0]).toContain(`"${name}" is not a name`);
  });

  it.each(["b", "7eleven"])("%s may be that of a branch whose gateway is there already", (name) => {
    const branches = `  ${name}: { cidrs: [172.16.0.0/12], gateway: { id: sag-1 } }`;
    expect(networkOf(fileWith({ branches })).branches[0]?.name).toBe(name);
  });

  it.each(["办公室", "office.2-a_b", "ab"])("%s may be that of a CCN", (name) => {
    expect(networkOf(fileWith({ rest: `ccn: { name: ${name} }` })).ccn.name).toBe(name);
  });

  it("two of the longest and a sign between are no longer than a name of the cloud's", () => {
    const long = "n".repeat(63);
    expect(networkOf(named(long)).vpcs[0]?.name).toBe(long);
    expect(linesOf(named(`${long}n`))[0]).toContain("at most 63");
    expect(`${long}-${long}`.length).toBeLessThanOrEqual(128);
  });

  it("is not one of two for the same account", () => {
    const accounts = 'accounts: { hub: { uid: "1000000000000001" }, shop: { uid: "1000000000000001" } }';
    expect(linesOf(fileWith({ rest: accounts }))).toEqual([
      "sagctl.yaml:7:60: shop has the account id of hub; write the one of its own, or leave shop out",
    ]);
  });

  it("is needed for an account, if there is such a section", () => {
    expect(linesOf(fileWith({ rest: "accounts: {}" }))[0]).toContain("accounts names none");
  });
});

describe("the account of a VPC", () => {
  const ownVpcs =
    "vpcs: { own: { id: vpc-1, region: us-west-1 }, theirs: { id: vpc-2, region: us-west-1, account: shop } }";
  const owners = (accounts: string) =>
    networkOf(`network: n\naccounts: { ${accounts} }\n${ownVpcs}\n`).vpcs.map(({ account }) => account);

  it("that names none is the first, also where another has a profile and no uid", () => {
    expect(owners('hub: { uid: "1000000000000001" }, shop: { profile: shop }')).toEqual(["hub", "shop"]);
  });

  it("that is named by its id is the one of that uid", () => {
    const text = ownVpcs.replace("account: shop", 'account: "2000000000000002"');
    const accounts = 'accounts: { hub: {}, shop: { uid: "2000000000000002" } }';
    expect(networkOf(`network: n\n${accounts}\n${text}\n`).vpcs.map(({ account }) => account)).toEqual(["hub", "shop"]);
  });
});
