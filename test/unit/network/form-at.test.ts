import { describe, expect, it } from "vitest";
import { formAt, problemAt } from "../../../src/network/form-at.ts";
import { plain } from "../../../src/text.ts";

const said = (path: (string | number)[], value: unknown) => {
  const text = problemAt(path, value);
  return text && plain(text);
};

describe("one answer by itself", () => {
  it.each<[(string | number)[], unknown, string | undefined]>([
    [["branches", "beijing", "cidrs", 0], "172.16.0.1/12", "172.16.0.1/12 has host bits set; write 172.16.0.0/12"],
    [["branches", "beijing", "cidrs", 0], "172.16.0.0/12", undefined],
    [["vpcs", "us", "region"], "us-west-9", 'unknown region "us-west-9"; did you mean us-west-1?'],
    [["network"], "no name", '"no name" is not a name: letters, digits, - and _, at most 63, not digits only'],
    [["packages", "p", "bandwidthMbps"], 12, undefined],
    [["packages", "p", "bandwidthMbps"], 1, "this must be at least 2, not 1"],
  ])("%j %j: %s", (path, value, text) => expect(said(path, value)).toBe(text));

  it("has its help line from the schema", () => {
    expect(formAt(["branches", "beijing", "gateway", "months"]).description).toBe(
      "How long to subscribe: 1 to 9, 12, 24 or 36",
    );
  });

  it("cannot be asked for where nothing stands", () => {
    expect(() => formAt(["cen", "colour"])).toThrowError("nothing stands at cen.colour");
  });
});
