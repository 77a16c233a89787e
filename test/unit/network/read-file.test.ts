import { describe, expect, it } from "vitest";
import { SagctlError } from "../../../src/errors.ts";
import { exitCode, exitCodeOf } from "../../../src/exit-codes.ts";
import { readNetworkFile } from "../../../src/network/load.ts";
import { errorOf, linesOf } from "./network-text.ts";

describe("a file that is not a network file", () => {
  it("says where the YAML breaks", () => {
    expect(errorOf("network: a\nvpcs: [1,\nbranches: 2")).toMatchObject({ kind: "usage", code: "yaml-malformed" });
    expect(linesOf("network: a\nvpcs: [1,\nbranches: 2")[0]).toMatch(/^sagctl\.yaml:3:1: this is not YAML: /);
  });

  it.each([
    ["network: a\nnetwork: b", /^sagctl\.yaml:2:1: this is not YAML: Map keys must be unique/],
    ["network: *x", /^sagctl\.yaml:1:1: this is not YAML: Unresolved alias/],
    ["- 1", /^sagctl\.yaml:1:1: a network file is keys with values; sagctl init prints an example$/],
    ["", /^sagctl\.yaml:1:1: the file is empty; sagctl init prints an example$/],
    ["# only words\n", /the file is empty/],
  ])("%j", (text, said) => expect(errorOf(text).message).toMatch(said));

  it("ends in exit 2", () => {
    expect(exitCodeOf[errorOf("- 1").kind]).toBe(exitCode.usage);
  });
});

describe("a file that is not there", () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(`${code}: open`), { code }));

  it("names the path and the two ways to get one", async () => {
    const error = await readNetworkFile("sagctl.yaml", failing("ENOENT")).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: "usage", code: "file-missing", message: "there is no sagctl.yaml" });
    expect((error as SagctlError).tryThis).toHaveLength(2);
  });

  it("says why another one cannot be read", async () => {
    const reading = readNetworkFile("sagctl.yaml", failing("EACCES"));
    await expect(reading).rejects.toMatchObject({ kind: "usage", message: "sagctl.yaml cannot be read: EACCES" });
    await expect(reading).rejects.toBeInstanceOf(SagctlError);
  });

  it("is read when it is there", async () => {
    expect(await readNetworkFile("a", (path) => Promise.resolve(`network: ${path}`))).toBe("network: a");
  });
});
