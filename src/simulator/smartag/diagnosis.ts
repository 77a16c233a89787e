import type { SimRequest } from "../action.ts";
import type { EventHandler, Thing, World } from "../world.ts";
import { deviceParameters, findDevice } from "./find-device.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

/** Kind `diagnosis`, id `sag-…/serial number`: the latest one of a device. */
interface Diagnosis extends Thing {
  gatewayId: string;
  serialNumber: string;
  startedAt: number;
  finishedAt?: number;
  level?: "info" | "error";
}

const parameters = { ...deviceParameters, RegionId: { type: "string" } } as const;

function idOf({ params }: SimRequest): string {
  return `${params.SmartAGId}/${params.SmartAGSn}`;
}

/** Looks at the device in the background: the report is asked for until it is no longer processing. */
export const diagnoseSmartAccessGateway = smartagAction({
  name: "DiagnoseSmartAccessGateway",
  kind: "write",
  parameters,
  evidence:
    "SDK model: parameters. Assumption: the codes are those of other device-level calls; an offline device can be diagnosed.",
  handle(world, request) {
    const gateway = findDevice(world, request);
    const id = idOf(request);
    const serialNumber = String(request.params.SmartAGSn);
    const diagnosis: Diagnosis = { id, uid: gateway.uid, gatewayId: gateway.id, serialNumber, startedAt: world.now };
    world.put("diagnosis", diagnosis);
    world.schedule(world.duration("modify-gateway"), "gateway.diagnosed", { id });
    return {};
  },
});

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
  parameters,
  evidence:
    "SDK model: fields, states. Assumption: one item, of the controller connection; InstanceNoFound before any diagnosis.",
  handle(world, request) {
    findDevice(world, request);
    const diagnosis = world.find<Diagnosis>("diagnosis", idOf(request));
    if (diagnosis === undefined) throw refusal("SAG.InstanceNoFound");
    world.call.transitional = diagnosis.finishedAt === undefined;
    return { DiagnoseResult: report(world, diagnosis) };
  },
});

const finish: EventHandler = (world, data) => {
  const diagnosis = world.find<Diagnosis>("diagnosis", String(data.id));
  if (diagnosis === undefined) return;
  const isOnline = world.find<Gateway>("gateway", diagnosis.gatewayId)?.online === true;
  world.put("diagnosis", { ...diagnosis, finishedAt: world.now, level: isOnline ? "info" : "error" });
};

export const diagnosisEvents: Record<string, EventHandler> = { "gateway.diagnosed": finish };
