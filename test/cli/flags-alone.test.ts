import { describe, expect, onTestFinished, test } from "vitest";
import { createSimulatedCloud, type SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";

const HOUR_MS = 3_600_000;
const CIDR = "--cidr 172.16.0.0/12";
const CEN = "--cen-name global";
const VPC = "--vpc vpc-bp1hz0prod4k7m2x9q3w1 --region cn-hangzhou --verify 10.1.0.10";
const receiver = ["name Wang", "mobile 13800000000", "email a@b.cn", "country China", "state Beijing", "city Beijing"];
const place = ["district Chaoyang", "town x", "address 1-Street", "zip 100020"];
const BUY = [
  "purchase --model sag-100wm --deployment stand-alone --bandwidth-mbps 10 --months 12 --approve-purchases",
  ...[...receiver, ...place].map((field) => `--ship-to-${field}`),
].join(" ");

/** A folder without a network file, and a simulated cloud whose people wait to be told. */
async function openAlone() {
  const cloud = createSimulatedCloud({ scenario: "tutorial-a", people: "manual" });
  onTestFinished(() => cloud.close());
  const { url } = await cloud.listen();
  const cwd = newFolder();
  const at = `--simulate=http://control:${cloud.controlToken}@${new URL(url).host}`;
  const copied = async (line: string) => {
    const host = { ...createTestHost({ cwd }), random: () => 0 };
    const { code, stdout, stderr } = await runCli(line.split(" "), host);
    const words = `${stderr} ${stdout}`.replaceAll(" \\\n", " ").replace(/\s+/g, " ");
    return { code, words };
  };
  return { cloud, copied, run: (command: string) => copied(`${command} --name office --yes ${at}`) };
}

function writesOf(cloud: SimulatedCloud): readonly string[] {
  return cloud
    .calls()
    .filter((call) => call.kind === "write")
    .map((call) => call.action);
}

/** The line that a screen says to type, as far as its flags go. */
function lineIn(words: string, step: string): string {
  return new RegExp(`sagctl (${step}(?: --[a-z-]+[ =][^ -][^ ]*)*)`).exec(words)?.[1] ?? "";
}

describe("without a network file, a step that comes too early", () => {
  test.each(["connect", "activate", `static-routes ${CIDR} ${CEN}`, `ccn-bind ${CEN}`, `ping ${CIDR} ${VPC} ${CEN}`])(
    "%s: purchase is named, and for whom, exit 6",
    async (command) => {
      const { cloud, run, copied } = await openAlone();
      const { code, words } = await run(command);
      expect(code).toBe(6);
      const line = lineIn(words, "purchase");
      expect(words).toContain(`A step comes first: sagctl ${line}`);
      expect(line).toContain("--name office");
      const bought = await copied(`${line} --yes --no-input ${BUY.replace("purchase ", "")}`);
      expect([bought.code, cloud.ledger().length]).toEqual([0, 1]);
    },
  );

  test("a region connection to a CCN that is not on the CEN names cen-bind, and for which CEN: exit 6", async () => {
    const { cloud, run, copied } = await openAlone();
    const bandwidth = "bandwidth-package --areas China,North-America --package-mbps 5 --charge POSTPAY";
    expect((await run(`${bandwidth} ${CEN} --approve-purchases`)).code).toBe(0);
    const bought = writesOf(cloud);
    const { code, words } = await run(`region-connection --between ccn,us-west-1 --connection-mbps 5 ${CEN}`);
    expect([code, writesOf(cloud)]).toEqual([6, bought]);
    const line = lineIn(words, "cen-bind");
    expect(line).toContain("--cen-name global");
    expect((await copied(`${line} --yes`)).code).toBe(0);
    expect(writesOf(cloud)).toEqual([...bought, "AttachCenChildInstance"]);
  });

  test("a region connection without a package names bandwidth-package, and for which areas: exit 6", async () => {
    const { cloud, run, copied } = await openAlone();
    expect((await run(`cen-bind ${CEN}`)).code).toBe(0);
    const connect = `region-connection --between ccn,us-west-1 --connection-mbps 5 ${CEN}`;
    const { code, words } = await run(connect);
    expect([code, cloud.ledger()]).toEqual([6, []]);
    const line = lineIn(words, "bandwidth-package");
    expect(line).toContain("--areas China,North-America --package-mbps 5");
    expect((await copied(`${line} --yes --approve-purchases`)).code).toBe(0);
    expect((await run(connect)).code).toBe(0);
  });
});

describe("without a network file", () => {
  test("each step does its part when what comes first is done; a ping names what is left in a line that works", async () => {
    const { cloud, run, copied } = await openAlone();
    expect((await run(BUY)).code).toBe(0);
    expect((await run("activate")).words).toContain("A step comes first: sagctl connect --name office");
    cloud.people.deliver();
    cloud.people.plugIn();
    const steps = ["connect", "activate", `static-routes ${CIDR} ${CEN}`, `ccn-bind ${CEN}`, `cen-bind ${CEN}`];
    for (const step of steps) expect([step, (await run(step)).code]).toEqual([step, 0]);
    await cloud.advanceTo(cloud.now() + HOUR_MS);
    const ping = `ping ${CIDR} ${VPC} ${CEN} --source 172.16.0.10`;
    const closed = await run(ping);
    expect(closed.code).toBe(1);
    expect((await copied(`${lineIn(closed.words, "security-group")} --yes`)).code).toBe(0);
    expect((await run(ping)).code).toBe(0);
  });

  test("a security group is found through the instance that is to be pinged", async () => {
    const { cloud, run } = await openAlone();
    expect((await run(`security-group ${CIDR} ${VPC}`)).code).toBe(0);
    expect(writesOf(cloud)).toEqual(["AuthorizeSecurityGroup"]);
  });

  test("a gateway that learns its routes is bound without static routes", async () => {
    const { cloud, run } = await openAlone();
    await run(BUY);
    cloud.people.deliver();
    for (const step of ["connect", "activate"]) expect((await run(step)).code).toBe(0);
    const [gateway] = cloud.world.all("gateway");
    cloud.world.put("gateway", { ...gateway, routingStrategy: "dynamic" } as never);
    expect((await run(`ccn-bind ${CEN}`)).code).toBe(0);
  });

  test("a device of one's own is in no parcel: its serial number lets it be activated", async () => {
    const { run } = await openAlone();
    await run(`${BUY} --serial sag0wn000001`);
    expect((await run("connect --serial sag0wn000001")).code).toBe(0);
    expect((await run("activate --serial sag0wn000001")).code).toBe(0);
  });
});
