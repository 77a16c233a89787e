import type { InstancePath, ProbeResult } from "../engine/probe-path.ts";
import { say, type Text } from "../text.ts";

/** The instance as people know it: `ECS1 (i-…) in vpc1`. */
export function wordsOf({ from }: InstancePath): string {
  const { name, instance, vpc } = from;
  return `${name === "" ? instance : `${name} (${instance})`} in ${vpc}`;
}

export function agentIsOff(path: InstancePath): ProbeResult {
  const because = say`The Cloud Assistant agent of ${wordsOf(path)} is offline, so nothing can be run there.`;
  return { is: "no-tool", because, tryThis: [startIt(path), byHand(path)] };
}

// Source: error codes of DescribeInvocationResults, API page.
const offline = new Set(["ClientNotRunning", "ClientNotResponse", "DeliveryTimeout"]);
const old = new Set(["ClientNeedUpgrade", "ClientIsUpgrading"]);

/** A command that has not run, by the service's own code. */
export function commandFailed(path: InstancePath, code: string): ProbeResult {
  if (offline.has(code)) return agentIsOff(path);
  const because = say`Cloud Assistant could not ping from ${wordsOf(path)}: ${code}.`;
  const upgrade = say`Its agent is too old: upgrade it in the ECS console, under Cloud Assistant`;
  return { is: "no-tool", because, tryThis: [...(old.has(code) ? [upgrade] : []), byHand(path)] };
}

/** It may still come: nobody waits longer than commands take. */
export function noResult(path: InstancePath): ProbeResult {
  const because = say`Cloud Assistant gave no result of the ping from ${wordsOf(path)} in time.`;
  return { is: "no-tool", because, tryThis: [say`Run the same command again`, byHand(path)] };
}

function startIt({ from }: InstancePath): Text {
  return from.os === "windows"
    ? say`Start it there: net start AliyunService`
    : say`Start it there: systemctl start aliyun.service`;
}

function byHand({ to }: InstancePath): Text {
  return say`Or run there by hand: ping ${to.address}`;
}
