import { describe, expect, it } from "vitest";
import { type ApiCall, MARKER, type Params, TOKEN } from "../../../src/api/call.ts";
import { fillIn, hashCall, holdsLater, isPlanned } from "../../../src/engine/call-hash.ts";

const call = (params: Params): ApiCall => ({
  product: "Cbn",
  action: "Make",
  account: "hub",
  region: "central",
  params,
});

describe("calls as data", () => {
  it("one call is another when it asks for the same, in whatever order its parameters stand", () => {
    expect(hashCall(call({ A: 1, B: [{ C: "x", D: "y" }] }))).toBe(hashCall(call({ B: [{ D: "y", C: "x" }], A: 1 })));
    expect(hashCall(call({ A: 1 }))).not.toBe(hashCall(call({ A: "1" })));
    expect(hashCall(call({ A: 1 }))).not.toBe(hashCall({ ...call({ A: 1 }), region: "elsewhere" }));
    expect(hashCall(call({ A: 1 }))).toBe(hashCall({ ...call({ A: 1 }), signedAt: 5 }));
  });

  it("an id still to come stands in a plan for any id, and for nothing else", () => {
    const planned = call({ CenId: "<cen/global.id>", Name: "n" });
    expect(isPlanned(planned, call({ CenId: "cen-1", Name: "n" }))).toBe(true);
    expect(isPlanned(planned, call({ CenId: "cen-1", Name: "m" }))).toBe(false);
    expect(isPlanned(planned, call({ CenId: "cen-1", Name: "n", More: 1 }))).toBe(false);
    expect(isPlanned(planned, { ...call({ CenId: "cen-1", Name: "n" }), account: "shop" })).toBe(false);
    expect(isPlanned(call({ List: [{ Id: "<a/b.id>" }] }), call({ List: [{ Id: "x" }] }))).toBe(true);
    expect(isPlanned(call({ List: [{ Id: "<a/b.id>" }] }), call({ List: [{ Id: "x" }, { Id: "y" }] }))).toBe(false);
  });

  it("a call waits for ids wherever they stand in it", () => {
    expect(holdsLater({ A: "x", B: ["y", { C: "<a/b.id>" }] })).toBe(true);
    expect(holdsLater({ A: TOKEN, B: MARKER, C: "<html>" })).toBe(false);
  });

  it("token, marker and time are filled in wherever they stand", () => {
    const filled = fillIn(
      call({ ClientToken: TOKEN, Rules: [{ Description: MARKER }] }),
      { token: "t", marker: "m" },
      7,
    );
    expect(filled).toEqual({ ...call({ ClientToken: "t", Rules: [{ Description: "m" }] }), signedAt: 7 });
  });
});
