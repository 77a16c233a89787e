import { describe, expect, it } from "vitest";
import { realClock } from "../../../src/clock.ts";
import { ping } from "../../../src/probe/ping.ts";
import { createRunner, type Ran } from "../../../src/probe/run-program.ts";
import { plain } from "../../../src/text.ts";
import { fakePing, prints } from "./fake-ping.ts";
import { outputs } from "./outputs.ts";

const version = { is: "ended", code: 0, stdout: "ping from iputils 20240905\n", stderr: "" } as const;

/** A ping on Linux that says its version first, then ends so. */
function linux(ran: Ran, asked: string[][] = []) {
  const run = async (_: string, args: readonly string[]): Promise<Ran> => {
    asked.push([...args]);
    return args[0] === "-V" ? version : ran;
  };
  return { platform: "linux", run } as const;
}

const ended = (stdout: string, code = 0, stderr = ""): Ran => ({ is: "ended", code, stdout, stderr });

async function whyNoTool(ran: Ran): Promise<string> {
  const result = await ping(linux(ran), "10.1.0.10");
  return result.is === "no-tool" ? plain(result.because) : result.is;
}

describe("ping: what is judged", () => {
  it("is the last four packets; the first two only warm the path up", async () => {
    expect(await ping(linux(ended(outputs.iputils)), "10.1.0.10")).toEqual({
      is: "answered",
      sent: 4,
      received: 3,
      averageMs: 30.6,
    });
  });

  it("is silent when only a warm-up packet came back", async () => {
    const [cut = ""] = outputs.iputils.split("64 bytes from 10.1.0.10: icmp_seq=3");
    const summary = "--- 10.1.0.10 ping statistics ---\n6 packets transmitted, 1 received, 83% packet loss";
    const result = await ping(linux(ended(`${cut}${summary}`)), "10.1.0.10");
    expect(result).toEqual({ is: "silent", sent: 4, received: 0 });
  });

  it("is silent when nobody answered, whatever the exit code", async () => {
    const silent = { is: "silent", sent: 4, received: 0 };
    expect(await ping(linux(ended(outputs.iputilsSilent, 1)), "10.1.0.10")).toEqual(silent);
    expect(await ping(linux(ended(outputs.iputilsSilent, 0)), "10.1.0.10")).toEqual(silent);
  });

  it("is what a killed ping had printed", async () => {
    const [stdout = ""] = outputs.iputils.split("64 bytes from 10.1.0.10: icmp_seq=4");
    const result = await ping(linux({ is: "killed", stdout, stderr: "" }), "10.1.0.10");
    expect(result).toEqual({ is: "answered", sent: 4, received: 1, averageMs: 30.2 });
  });

  it("is nothing sent when the network is unreachable from here", async () => {
    const result = await ping(linux(ended("", 2, "ping: connect: Network is unreachable")), "10.1.0.10");
    expect(result).toEqual({ is: "silent", sent: 0, received: 0 });
  });
});

describe("ping: without a tool", () => {
  it.each([
    ["is missing", { is: "missing" }, "has no ping program"],
    ["may not be run", { is: "forbidden" }, "may not send ICMP"],
    [
      "has no right (iputils)",
      ended("", 2, "ping: socktype: SOCK_RAW\nping: socket: Operation not permitted"),
      "may not send",
    ],
    ["has no right (busybox)", ended("", 1, "ping: permission denied (are you root?)"), "may not send ICMP"],
    ["is of no known kind", ended("", 64, "ping: illegal option -- n\nusage: ping host"), "illegal option -- n"],
  ] as const)("says what to do when ping %s", async (_, ran, words) => {
    const because = await whyNoTool(ran);
    expect(because).toContain(words);
    expect(because).toContain("--tcp PORT");
  });
});

describe("ping: which kind", () => {
  it("is asked on Linux only", async () => {
    const asked: string[][] = [];
    await ping(linux(ended(outputs.iputils), asked), "10.1.0.10", "172.16.0.9");
    expect(asked.map(([first]) => first)).toEqual(["-V", "-n"]);
    const { run } = linux(ended(outputs.windows), asked);
    await ping({ platform: "win32", run }, "10.1.0.10");
    expect(asked.at(-1)).toEqual(["-4", "-n", "6", "-w", "2000", "10.1.0.10"]);
    expect(asked).toHaveLength(3);
  });

  it.skipIf(process.platform === "win32").each([
    ["iputils", "ping from iputils 20240905", "-n -c 6 -W 2 10.1.0.10", outputs.iputils, 3],
    ["busybox", "BusyBox v1.36.1 multi-call binary.", "-c 6 -W 2 10.1.0.10", outputs.busybox, 4],
  ])("is found out from a real program: %s", async (_, answer, line, output, received) => {
    const PATH = await fakePing(
      `[ "$1" = -V ] && { echo '${answer}' >&2; exit 1; }\n[ "$*" = '${line}' ] || { echo "usage: $*" >&2; exit 64; }\n${prints(output, 0)}`,
    );
    const run = createRunner({ env: { PATH }, clock: realClock });
    expect(await ping({ platform: "linux", run }, "10.1.0.10")).toMatchObject({ is: "answered", sent: 4, received });
  });
});
