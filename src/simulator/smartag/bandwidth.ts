import { invalidParameter } from "./refusals.ts";
import type { GatewayModel } from "./things.ts";

/** Source: published SDK model of CreateSmartAccessGateway, 2026-08. */
const ranges: Readonly<Record<GatewayModel, readonly [number, number]>> = {
  "sag-100wm": [2, 50],
  "sag-1000": [10, 500],
  "sag-vcpe": [10, 1000],
};

export const models = Object.keys(ranges) as GatewayModel[];

export function requireBandwidth(parameter: string, model: GatewayModel, mbps: number): void {
  const [least, most] = ranges[model];
  if (mbps < least || mbps > most) throw invalidParameter(parameter, `${least} to ${most} for ${model}`);
}
