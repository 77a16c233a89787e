import { describe, expect, test } from "vitest";
import { CCN, CEN } from "../../../src/simulator/scenarios/put-backbone.ts";
import { DAY, DirectCloud, SECOND, shop } from "../direct-cloud.ts";
import { activate, bind, route } from "../smartag/branch.ts";

const run = "Ecs.RunCommand";
const region = { RegionId: "cn-hangzhou" };
const web = "i-bp1hz0web4k7m2x9q3w1";
const command = { ...region, Type: "RunShellScript", "InstanceId.1": web };

function outcome(cloud: DirectCloud, CommandContent: string, flat: Record<string, string> = {}, seconds = 10) {
  const { InvokeId } = cloud.call(run, { ...command, CommandContent, ...flat });
  cloud.pass(seconds * SECOND);
  const asked = { ...region, InvokeId, ContentEncoding: "PlainText" };
  return cloud.call("Ecs.DescribeInvocationResults", asked).Invocation.InvocationResults.InvocationResult[0];
}

describe("a ping by RunCommand", () => {
  test("is pending, runs for a while, then has an answer", () => {
    const cloud = new DirectCloud();
    const { InvokeId, CommandId } = cloud.call(run, { ...command, CommandContent: "ping -c 2 10.1.0.10" });
    expect([InvokeId, CommandId]).toEqual([expect.stringMatching(/^t-/), expect.stringMatching(/^c-/)]);
    const results = () => cloud.call("Ecs.DescribeInvocationResults", { ...region, InvokeId }).Invocation;
    for (const InvocationStatus of ["Pending", "Running"]) {
      expect(results().InvocationResults.InvocationResult).toMatchObject([
        { InvocationStatus, InvokeRecordStatus: "Running", FinishedTime: "" },
      ]);
      expect(cloud.world.call.transitional).toBe(true);
      cloud.pass(2 * SECOND);
    }
    cloud.pass(10 * SECOND);
    expect(results()).toMatchObject({ TotalCount: 1 });
    expect(cloud.world.call.transitional).toBe(false);
  });

  test("is answered as the simulated network lets it through: not to a branch that is not there", () => {
    const result = outcome(new DirectCloud(), "ping -c 2 172.16.0.10");
    expect(result).toMatchObject({ InvocationStatus: "Failed", ExitCode: 1, ErrorCode: "ExitCodeNonzero" });
    expect(result.Output).toContain("2 packets transmitted, 0 received, 100% packet loss");
  });

  test("reaches a branch that is online and on the same CEN", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    route(cloud, id, "172.16.0.0/12");
    bind(cloud, id);
    const child = { ChildInstanceId: CCN, ChildInstanceType: "CCN", ChildInstanceRegionId: "ccn-cn-shanghai" };
    cloud.call("Cbn.AttachCenChildInstance", { CenId: CEN, ...child });
    cloud.pass(DAY);
    const result = outcome(cloud, "ping -c 3 -W 2 172.16.0.10");
    expect(result).toMatchObject({ InvocationStatus: "Success", InvokeRecordStatus: "Finished", ExitCode: 0 });
    expect(result.Output).toContain("3 packets transmitted, 3 received, 0% packet loss");
  });

  test("with `; true` behind it succeeds whatever comes back", () => {
    const result = outcome(new DirectCloud(), "ping -c 2 172.16.0.10; true");
    expect(result).toMatchObject({ InvocationStatus: "Success", ExitCode: 0 });
    expect(result.Output).toContain("100% packet loss");
  });

  test("may come in Base64, and its output does unless plain text is asked for", () => {
    const cloud = new DirectCloud();
    const CommandContent = Buffer.from("ping -c 1 172.16.0.10").toString("base64");
    const { InvokeId } = cloud.call(run, { ...command, CommandContent, ContentEncoding: "Base64" });
    cloud.pass(10 * SECOND);
    const answer = cloud.call("Ecs.DescribeInvocationResults", { ...region, InvokeId });
    const { Output } = answer.Invocation.InvocationResults.InvocationResult[0];
    expect(Buffer.from(Output, "base64").toString()).toContain("1 packets transmitted");
  });
});

describe("on Windows", () => {
  const windows = () => {
    const cloud = new DirectCloud();
    cloud.change("instance", web, { osType: "windows" });
    return cloud;
  };

  test("a ping speaks as it does there", () => {
    const batch = { Type: "RunBatScript" };
    const lost = outcome(windows(), "ping -n 2 -w 2000 172.16.0.10", batch);
    expect(lost).toMatchObject({ InvocationStatus: "Failed", ExitCode: 1 });
    expect(lost.Output).toContain("Request timed out.\r\nRequest timed out.\r\n\r\nPing statistics for 172.16.0.10:");
    expect(lost.Output).toContain("Sent = 2, Received = 0, Lost = 2 (100% loss)");
  });

  test("a shell of Linux does not apply, nor does a batch on Linux", () => {
    const refused = { InvocationStatus: "Invalid", ErrorCode: "CommandNotApplicable", InvokeRecordStatus: "Failed" };
    expect(outcome(windows(), "ping -c 2 10.1.0.10")).toMatchObject(refused);
    expect(outcome(new DirectCloud(), "ping -n 2 10.1.0.10", { Type: "RunBatScript" })).toMatchObject(refused);
  });
});

describe("a command", () => {
  test.each([
    [{ status: "Stopped" }, "InstanceNotRunning"],
    [{ cloudAssistant: false }, "ClientNotRunning"],
  ])("is not delivered to an instance with %j", (fields, ErrorCode) => {
    const cloud = new DirectCloud();
    cloud.change("instance", web, fields);
    expect(outcome(cloud, "ping 10.1.0.10", {}, 60)).toMatchObject({ InvocationStatus: "Aborted", ErrorCode });
  });

  test("waits a minute for an agent that does not fetch it", () => {
    const cloud = new DirectCloud();
    cloud.change("instance", web, { cloudAssistant: false });
    const waiting = outcome(cloud, "ping 10.1.0.10", {}, 59);
    expect(waiting).toMatchObject({ InvocationStatus: "Pending", ErrorCode: "", ErrorInfo: "" });
  });

  test.each(["ping -n -q -c 2 -i 0.5 10.1.0.10", "LC_ALL=C ping -c 2 10.1.0.10", "ping -c 2 10.1.0.10 || true"])(
    "may be written as %s",
    (script) => {
      expect(outcome(new DirectCloud(), script).Output).toContain("2 packets transmitted");
    },
  );
});

describe("RunCommand is refused", () => {
  test.each([
    ["for any other command", { CommandContent: "rm -rf /" }, 400, "InvalidParameter"],
    ["for more behind the ping", { CommandContent: "ping 10.1.0.10; reboot" }, 400, "InvalidParameter"],
    ["for an unknown instance", { "InstanceId.1": "i-none" }, 404, "InvalidInstance.NotFound"],
    ["for an instance elsewhere", { RegionId: "us-west-1" }, 404, "InvalidInstance.NotFound"],
    ["for an unknown type", { Type: "RunPython" }, 403, "InvalidCmdType.NotFound"],
    ["without an instance", { "InstanceId.1": "" }, 404, "InvalidInstance.NotFound"],
  ])("%s", (_, flat, status, code) => {
    const all = { ...command, CommandContent: "ping 10.1.0.10", ...(flat as object) };
    new DirectCloud().expectRefusal(status, code, run, all);
  });

  test("for more than a hundred instances", () => {
    const ids = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`InstanceId.${at + 1}`, web]));
    const flat = { ...command, ...ids, CommandContent: "ping 10.1.0.10" };
    new DirectCloud().expectRefusal(403, "InstanceIds.ExceedLimit", run, flat);
  });

  test("to another account", () => {
    const flat = { ...command, CommandContent: "ping 10.1.0.10" };
    new DirectCloud().expectRefusal(404, "InvalidInstance.NotFound", run, flat, shop);
  });
});

test("the assistant's status is a text", () => {
  const cloud = new DirectCloud();
  const status = () =>
    cloud.call("Ecs.DescribeCloudAssistantStatus", { ...region, "InstanceId.1": web }).InstanceCloudAssistantStatusSet
      .InstanceCloudAssistantStatus;
  expect(status()).toMatchObject([{ InstanceId: web, CloudAssistantStatus: "true" }]);
  cloud.change("instance", web, { cloudAssistant: false });
  expect(status()).toMatchObject([{ CloudAssistantStatus: "false" }]);
});
