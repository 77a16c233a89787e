import type { World } from "../world.ts";
import { type Diagnosis, diagnosisId, diagnosisParameters } from "./diagnosis.ts";
import { findDevice } from "./find-device.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";

function detail(world: World, diagnosis: Diagnosis): Record<string, unknown> {
  const isOnline = diagnosis.level === "info";
  const words = isOnline ? "The device talks to its controller." : "The device does not talk to its controller.";
  const statistics = { Error: isOnline ? 0 : 1, Warning: 0, Info: isOnline ? 1 : 0, Total: 1 };
  const item = { ItemName: "controller", Type: "internet", Level: diagnosis.level, StartTime: diagnosis.startedAt };
  const inEnglish = {
    ItemName: "Controller",
    ItemLevel: diagnosis.level,
    ItemType: "internet",
    Details: [words],
    Advice: [],
  };
  const items = [{ ...item, EndTime: diagnosis.finishedAt ?? world.now, EN: inEnglish }];
  return { Type: "internet", Statistics: statistics, Items: items };
}

function report(world: World, diagnosis: Diagnosis): Record<string, unknown> {
  const { gatewayId: InstanceId, serialNumber: SN, startedAt: StartTime, finishedAt, level } = diagnosis;
  const head = { InstanceId, SN, StartTime, TotalNumber: 1 };
  if (finishedAt === undefined) return { ...head, State: "processing", Percent: 0, FinishedNumber: 0 };
  const { Statistics, ...rest } = detail(world, diagnosis);
  const result = {
    Level: { Total: level, Biz: "info", Configuration: "info" },
    Statistics,
    Details: [{ ...rest, Statistics }],
  };
  return { ...head, State: "finished", Percent: 100, FinishedNumber: 1, EndTime: finishedAt, ...result };
}

/** Misspelt so on the wire. */
export const discribeSmartAccessGatewayDiagnosisReport = smartagAction({
  name: "DiscribeSmartAccessGatewayDiagnosisReport",
  kind: "read",
  parameters: diagnosisParameters,
  evidence:
    "SDK model: fields, states. Assumption: one item, of the controller connection; InstanceNoFound before any diagnosis.",
  handle(world, request) {
    findDevice(world, request);
    const diagnosis = world.find<Diagnosis>("diagnosis", diagnosisId(request));
    if (diagnosis === undefined) throw refusal("SAG.InstanceNoFound");
    world.call.transitional = diagnosis.finishedAt === undefined;
    return { DiagnoseResult: report(world, diagnosis) };
  },
});
