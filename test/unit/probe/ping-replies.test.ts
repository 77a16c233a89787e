import { describe, expect, it } from "vitest";
import { readReplies } from "../../../src/probe/ping-replies.ts";
import { outputs } from "./outputs.ts";

function read(...args: Parameters<typeof readReplies>) {
  const { sent, times } = readReplies(...args);
  return { sent, times: [...times] };
}

describe("replies of a ping", () => {
  it("are numbered from 1 by iputils; a duplicate counts once, an unreachable not at all", () => {
    const times = [1, 2, 3, 5].map((number, index) => [number, [90.5, 30.2, 30.4, 31.2][index]]);
    expect(read("iputils", outputs.iputils)).toEqual({ sent: 6, times });
  });

  it("are numbered from 0 by busybox", () => {
    const times = [88.123, 30, 30, 31, 32, 33].map((ms, number) => [number, ms]);
    expect(read("busybox", outputs.busybox)).toEqual({ sent: 6, times });
  });

  it("are numbered from 0 by macOS, whose time-outs have a line of their own", () => {
    expect(read("bsd", outputs.macos)).toEqual({
      sent: 6,
      times: [
        [2, 30.5],
        [4, 31.5],
      ],
    });
  });

  it("are numbered by their line on Windows, where an unreachable is no reply although it is counted as one", () => {
    expect(read("windows", outputs.windows)).toEqual({
      sent: 6,
      times: [
        [1, 80],
        [2, 30],
        [3, 1],
        [5, 32],
      ],
    });
  });

  it("are read in another language of Windows too", () => {
    expect(read("windows", outputs.windowsGerman).times.map(([number]) => number)).toEqual([0, 1, 2, 4]);
    expect(read("windows", outputs.windowsGerman).sent).toBe(6);
  });

  it("are read up to where a ping was killed", () => {
    const [cut = ""] = outputs.iputils.split("64 bytes from 10.1.0.10: icmp_seq=4");
    expect(read("iputils", cut)).toEqual({
      sent: undefined,
      times: [
        [1, 90.5],
        [2, 30.2],
      ],
    });
  });

  it("are counted from 0 when a ping that passes for iputils does so", () => {
    const [first] = read("iputils", outputs.busybox).times;
    expect(first).toEqual([0, 88.123]);
  });

  it("are none when nobody answered", () => {
    expect(read("iputils", outputs.iputilsSilent)).toEqual({ sent: 6, times: [] });
  });
});
