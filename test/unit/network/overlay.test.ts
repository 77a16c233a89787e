import { describe, expect, it } from "vitest";
import { loadNetworkFile, networkFromFlags, resolveNetwork } from "../../../src/network/load.ts";
import { draftOrigin } from "../../../src/network/origin.ts";
import { documentFromFlags, type FlagOverlay } from "../../../src/network/overlay.ts";
import { fileWith, plainGoal, twoConnections } from "./network-text.ts";

const cidr = (...value: string[]) => ({ path: ["branches", "beijing", "cidrs"], value, flag: "--cidr" });
const load = (text: string, flags: FlagOverlay) => loadNetworkFile(text, "sagctl.yaml", flags, plainGoal);

describe("a document out of flags", () => {
  it("is built from nothing, lists where the path has numbers", () => {
    const values = [
      { path: ["branches", "beijing", "gateway", "id"], value: "sag-1" },
      { path: ["vpcs", "us", "verify", 0], value: "10.0.0.10" },
    ];
    expect(documentFromFlags(values, "beijing")).toEqual({
      network: "beijing",
      branches: { beijing: { gateway: { id: "sag-1" } } },
      vpcs: { us: { verify: ["10.0.0.10"] } },
    });
  });

  it("goes over the one below and leaves that as it was", () => {
    const base = { network: "office", branches: { beijing: { cidrs: ["10.0.0.0/8"], area: "cn-shanghai" } } };
    const over = documentFromFlags([cidr("172.16.0.0/12")], "other", base);
    expect(over).toEqual({
      network: "office",
      branches: { beijing: { cidrs: ["172.16.0.0/12"], area: "cn-shanghai" } },
    });
    expect(base.branches.beijing.cidrs).toEqual(["10.0.0.0/8"]);
  });

  it("finds a connection by its name, and adds it if there is none", () => {
    const base = { connections: [{ between: ["ccn", "us"], bandwidthMbps: 5 }] };
    const values = ["ccn/us", "hangzhou/us"].map((name) => ({
      path: ["connections", name, "bandwidthMbps"],
      value: 7,
    }));
    expect(documentFromFlags(values, undefined, base)).toEqual({
      connections: [
        { between: ["ccn", "us"], bandwidthMbps: 7 },
        { between: ["hangzhou", "us"], bandwidthMbps: 7 },
      ],
    });
  });

  it("has no trouble with a name that every object knows", () => {
    const document = documentFromFlags([{ path: ["branches", "constructor", "area"], value: "cn-shanghai" }]);
    expect(document).toEqual({ branches: { constructor: { area: "cn-shanghai" } } });
    const forged = [{ path: ["branches", "__proto__", "area"], value: "cn-shanghai" }];
    expect(() => documentFromFlags(forged)).toThrowError('"__proto__" is not a name');
    expect({}).not.toHaveProperty("area");
  });
});

describe("a network out of flags alone", () => {
  it("may be partial, and takes its marker from its name", () => {
    const network = networkFromFlags([cidr("172.16.0.0/12")], "beijing", plainGoal);
    expect(network).toMatchObject({ name: "beijing", hub: "hub", cen: { name: "beijing" }, vpcs: [], packages: [] });
    expect(network.branches).toEqual([
      {
        name: "beijing",
        account: "hub",
        area: "mainland-china",
        cidrs: ["172.16.0.0/12"],
        cidrsAt: ["--cidr"],
        gateway: {},
      },
    ]);
    expect(network).not.toHaveProperty("file");
    expect(network.marker).toMatch(/^[0-9a-f]{12}$/);
    expect(networkFromFlags([], "beijing", plainGoal).marker).toBe(network.marker);
    expect(networkFromFlags([], "shanghai", plainGoal).marker).not.toBe(network.marker);
  });

  it("names the flag in what is wrong", () => {
    const flags = [cidr("172.16.0.1/12"), { path: ["vpcs", "us", "region"], value: "us-west-9", flag: "--region" }];
    expect(() => networkFromFlags(flags, "beijing", plainGoal)).toThrowError(
      [
        "--cidr: 172.16.0.1/12 has host bits set; write 172.16.0.0/12",
        "vpcs.us.id: vpcs.us.id is missing",
        '--region: unknown region "us-west-9"; did you mean us-west-1?',
      ]
        .toSorted()
        .join("\n"),
    );
  });
});

describe("flags over a file", () => {
  it("go before what the file says", () => {
    const network = load(fileWith({}), [cidr("10.64.0.0/12")]);
    expect(network.branches[0]).toMatchObject({ cidrs: ["10.64.0.0/12"], cidrsAt: ["--cidr"] });
    expect(network.file).toBe("sagctl.yaml");
  });

  it("are named where they are wrong, the file's lines where it is", () => {
    const flags = [cidr("10.0.0.0/33")];
    expect(() => load(fileWith({ rest: "markr: x" }), flags)).toThrowError(
      /^--cidr: 10\.0\.0\.0\/33 is not an IPv4 CIDR block such as 172\.16\.0\.0\/12\nsagctl\.yaml:7:1: unknown key "markr"/,
    );
  });

  it("can break a rule together with the file: both places are named", () => {
    const rest = `packages: { p: { areas: [China, North-America], bandwidthMbps: 10, charge: POSTPAY } }\n${twoConnections(5, 5)}`;
    const flags = [{ path: ["connections", "ccn/us", "bandwidthMbps"], value: 6, flag: "--bandwidth-mbps" }];
    expect(() => load(fileWith({ rest }), flags)).toThrowError(
      /^sagctl\.yaml:7:64: package p has 10 Mbit\/s, its connections want 11: hangzhou\/us 5 \(sagctl\.yaml:8:15\) \+ ccn\/us 6/,
    );
  });
});

describe("a draft of the wizard", () => {
  it("is judged by what it says so far", () => {
    const branches = { beijing: { cidrs: ["172.16.0.0/12"], gateway: { model: "sag-100wm" } } };
    expect(resolveNetwork({ network: "office", branches }, draftOrigin, plainGoal).branches).toHaveLength(1);
    const overlapping = { beijing: { cidrs: ["10.0.0.0/8"] }, tianjin: { cidrs: ["10.1.0.0/16"] } };
    expect(() => resolveNetwork({ branches: overlapping }, draftOrigin, plainGoal)).toThrowError(
      "branches.tianjin.cidrs[0]: 10.1.0.0/16 overlaps 10.0.0.0/8 of branch beijing (branches.beijing.cidrs[0])",
    );
  });
});
