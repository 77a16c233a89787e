import type { SimRequest } from "../action.ts";
import type { Thing } from "../world.ts";
import { deviceParameters } from "./find-device.ts";

/** Kind `diagnosis`, id `sag-…/serial number`: the latest one of a device. */
export interface Diagnosis extends Thing {
  gatewayId: string;
  serialNumber: string;
  startedAt: number;
  finishedAt?: number;
  level?: "info" | "error";
}

export const diagnosisParameters = { ...deviceParameters, RegionId: { type: "string" } } as const;

export function diagnosisId({ params }: SimRequest): string {
  return `${params.SmartAGId}/${params.SmartAGSn}`;
}
