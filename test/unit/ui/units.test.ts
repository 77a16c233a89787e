import { describe, expect, it } from "vitest";
import { bandwidth, date, duration, latency, money } from "../../../src/ui/units.ts";

describe("units", () => {
  it.each([
    [0, "0 s"],
    [812, "0.8 s"],
    [9_949, "9.9 s"],
    [45_000, "45 s"],
    [59_700, "1 min"],
    [252_000, "4 min 12 s"],
    [3_599_700, "1 h"],
    [11_100_000, "3 h 5 min"],
    [86_399_000, "1 d"],
    [176_400_000, "2 d 1 h"],
    [172_800_000, "2 d"],
  ])("says %i ms as %s", (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  it("gives latencies in ms, with a decimal only below ten", () => {
    expect([latency(30.6), latency(0.42), latency(163)]).toEqual(["31 ms", "0.4 ms", "163 ms"]);
  });

  it("calls the prices of a simulated ledger invented", () => {
    expect(money(3588, "CNY", true)).toBe("CNY 3,588.00 (invented price)");
    expect(money(3588.5, "CNY", false)).toBe("CNY 3,588.50");
  });

  it("names the free test bandwidth in kbit/s", () => {
    expect([bandwidth(10), bandwidth(0.001)]).toEqual(["10 Mbit/s", "1 kbit/s"]);
  });

  it("gives days in UTC", () => {
    expect(date(Date.UTC(2027, 10, 23, 23, 59))).toBe("2027-11-23");
  });
});
