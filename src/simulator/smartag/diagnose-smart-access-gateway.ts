import type { EventHandler } from "../world.ts";
import { type Diagnosis, diagnosisId, diagnosisParameters } from "./diagnosis.ts";
import { findDevice } from "./find-device.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

/** Looks at the device in the background: the report is asked for until it is no longer processing. */
export const diagnoseSmartAccessGateway = smartagAction({
  name: "DiagnoseSmartAccessGateway",
  kind: "write",
  parameters: diagnosisParameters,
  evidence:
    "SDK model: parameters. Assumption: the codes are those of other device-level calls; an offline device can be diagnosed.",
  handle(world, request) {
    const gateway = findDevice(world, request);
    const id = diagnosisId(request);
    const serialNumber = String(request.params.SmartAGSn);
    const diagnosis: Diagnosis = { id, uid: gateway.uid, gatewayId: gateway.id, serialNumber, startedAt: world.now };
    world.put("diagnosis", diagnosis);
    world.schedule(world.duration("modify-gateway"), "gateway.diagnosed", { id });
    return {};
  },
});

const finish: EventHandler = (world, data) => {
  const diagnosis = world.find<Diagnosis>("diagnosis", String(data.id));
  if (diagnosis === undefined) return;
  const isOnline = world.find<Gateway>("gateway", diagnosis.gatewayId)?.online === true;
  world.put("diagnosis", { ...diagnosis, finishedAt: world.now, level: isOnline ? "info" : "error" });
};

export const diagnosisEvents: Record<string, EventHandler> = { "gateway.diagnosed": finish };
