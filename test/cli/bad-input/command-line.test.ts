import { describe, expect, it } from "vitest";
import { expectNothingSent, serveBadCloud } from "../../support/bad-cloud.ts";
import { runCli } from "../../support/host.ts";
import { openOffice } from "./office.ts";

/** A command line, and what must be said of it. */
const slips: readonly (readonly [string, readonly string[]])[] = [
  ["aply", ["unknown command 'aply'", "Did you mean apply?", "sagctl --help"]],
  ["statsu", ["unknown command 'statsu'", "Did you mean status?"]],
  ["static-rutes", ["unknown command 'static-rutes'", "Did you mean static-routes?"]],
  ["frobnicate", ["unknown command 'frobnicate'", "All there is: sagctl --help"]],
  ["simulate delivr", ["unknown command 'delivr'", "Did you mean deliver?", "sagctl simulate --help"]],
  ["plan --simulat", ["unknown option '--simulat'", "Did you mean --simulate?", "sagctl plan --help"]],
  ["apply --aprove-purchases", ["unknown option '--aprove-purchases'", "Did you mean --approve-purchases?"]],
  ["purchase --bandwith-mbps 5", ["unknown option '--bandwith-mbps'", "Did you mean --bandwidth-mbps?"]],
  ["plan now", ["too many arguments for 'plan'", "sagctl plan --help"]],
  ["plan --file", ["option '-f, --file <path>' argument missing", "sagctl plan --help"]],
  ["simulate advance", ["missing required argument 'duration'", "All there is: sagctl simulate advance --help"]],
  ["simulate reset --peple auto", ["Did you mean --people?", "All there is: sagctl simulate reset --help"]],
  [
    "-f office.yaml plan",
    ["unknown option '-f'", "Flags come behind the command: sagctl plan -f", "sagctl plan --help"],
  ],
  ["ccn --vreify 10.0.0.1", ["unknown option '--vreify'", "All there is: sagctl ccn --help"]],
];

/** Values that are wrong whatever the cloud holds. */
const values: readonly (readonly [string, readonly string[]])[] = [
  ["plan --wait 48", ["--wait 48 is not a duration such as 90s, 10m, 48h or 2d"]],
  ["apply --timeout soon", ["--timeout soon is not a duration such as 90s, 10m, 48h or 2d"]],
  ["ping --tcp http", ["--tcp http is not a whole number up to 65535"]],
  ["ping --tcp 70000", ["--tcp 70000 is not a whole number up to 65535"]],
  ["ping --source 1.2.3", ["--source 1.2.3 is not an IPv4 address such as 172.16.0.10"]],
  ["purchase --listed some", ["--listed some is not a whole number"]],
  ["static-routes --cidr 172.16.0.0/33", ["--cidr: 172.16.0.0/33 is not an IPv4 CIDR block such as 172.16.0.0/12"]],
  ["static-routes --cidr 172.16.9.0/12", ["--cidr: 172.16.9.0/12 has host bits set; write 172.16.0.0/12"]],
  [
    "static-routes --cidr 172.16.0.0/12,172.17.0.0/16",
    ["--cidr: 172.17.0.0/16 overlaps 172.16.0.0/12 of the same branch"],
  ],
  ["purchase --bandwidth-mbps 51", ["--bandwidth-mbps: 51 Mbit/s is out of the range of SAG-100WM: 2 to 50 Mbit/s"]],
  ["purchase --model sag-100mw", [`--model: unknown model "sag-100mw"; did you mean sag-100wm?`]],
  ["purchase --area mainland-chnia", [`--area: unknown area "mainland-chnia"; did you mean mainland-china?`]],
  ["cen --cen-name http://a", [`--cen-name: "http://a" is not a name: 1 to 128 characters`]],
  ["ccn --ccn-name 2nd", [`--ccn-name: "2nd" is not the name of a CCN: 2 to 100 characters, a letter first`]],
  ["attach --only hangzhou --attachment-name http://a", [`--attachment-name: "http://a" is not a name`]],
  ["attach --only hangzhou --region cn-hangzou", [`--region: unknown region "cn-hangzou"; did you mean cn-hangzhou?`]],
];

describe("a slip of the pen", () => {
  it.each(slips)("sagctl %s: says what is unknown and what was meant, exits 2", async (line, says) => {
    const { code, stdout, stderr } = await runCli(line.split(" "));
    for (const one of says) expect(stderr.replace(/\s+/g, " ")).toContain(one);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it.each(values)("sagctl %s: names the flag, the value and its form, exits 2 before any call", async (line, says) => {
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run(...line.split(" "), "--yes", "--approve-purchases");
    for (const one of says) expect(words).toContain(one);
    expect(code).toBe(2);
    expect(bad.cloud.calls()).toEqual([]);
    office.expectNothingLost();
  });

  it.each([
    ["plan --only bejing", "--only bejing names nothing here", "Known: global, "],
    ["purchase --only hangzhou", "--only hangzhou names nothing here", "Known: beijing"],
  ])("sagctl %s: names what there is, exits 2, sends nothing", async (line, message, known) => {
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run(...line.split(" "), "--yes", "--approve-purchases");
    expect(words).toContain(message);
    expect(words).toContain(known);
    expect(code).toBe(2);
    expectNothingSent(bad);
    office.expectNothingLost();
  });
});

describe("a slip of the pen elsewhere", () => {
  it.each([
    ["plan --simulate=nowhere", "--simulate=nowhere is not a URL"],
    ["plan --simulate --scenario tutorial-z", `There is no scenario "tutorial-z". There are: tutorial-a`],
    ["simulate reset --people robots", "--people robots is neither auto nor manual"],
    ["simulate serve --port 99999", "--port 99999 is not a whole number up to 65535"],
    ["simulate advance tomorrow", "tomorrow is not a duration such as 90s, 10m, 48h or 2d"],
    ["simulate faults explode", "there are list, add and clear"],
    ["simulate faults add {}", "That is no fault: when: Invalid input"],
    [`simulate faults add {"when":{"times":1},"what":"quota"}`, `That is no fault: when: Unrecognized key: "times"`],
  ])("sagctl %s exits 2 and says what would do", async (line, says) => {
    const { code, words } = await openOffice().run(...line.split(" "));
    expect(words).toContain(says);
    expect(words).toContain("Try this:");
    expect(code).toBe(2);
  });

  it("is told as JSON where JSON was asked for", async () => {
    const { code, stdout } = await runCli(["aply", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ error: { kind: "usage", code: "unknown-command" }, exit: 2 });
    expect(code).toBe(2);
  });

  it.each(["b", "1b"])("a gateway that is to be called %s by flags alone is refused by --name", async (name) => {
    const bad = await serveBadCloud();
    const { code, stderr } = await runCli(["purchase", "--name", name, `--simulate=${bad.url}`]);
    expect(stderr.replace(/\s+/g, " ")).toContain(
      `--name: ${name} is to be the name of a gateway, which has 2 to 128 characters`,
    );
    expect(code).toBe(2);
    expect(bad.cloud.calls()).toEqual([]);
  });

  it("in an environment name is told with that name", async () => {
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url, host: { env: { SAGCTL_CIDR: "172.16.0.0/33" } } });
    const { code, words } = await office.run("static-routes");
    expect(words).toContain("SAGCTL_CIDR: 172.16.0.0/33 is not an IPv4 CIDR block");
    expect(code).toBe(2);
  });
});
