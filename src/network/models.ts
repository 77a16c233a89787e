import type { Deployment, GatewayModel } from "./network.ts";

/** What one model can be ordered with. */
export interface ModelLimits {
  /** As printed on the box and in the console. */
  readonly title: string;
  readonly minMbps: number;
  readonly maxMbps: number;
  readonly deployments: readonly Deployment[];
}

const anyDeployment: readonly Deployment[] = ["stand-alone", "cold-standby", "warm-standby"];

/** What each gateway model can be ordered with. Source: CreateSmartAccessGateway of the published SDK model, 2026-08. */
export const gatewayModels: Readonly<Record<GatewayModel, ModelLimits>> = {
  "sag-100wm": { title: "SAG-100WM", minMbps: 2, maxMbps: 50, deployments: anyDeployment },
  "sag-1000": { title: "SAG-1000", minMbps: 10, maxMbps: 500, deployments: anyDeployment },
  "sag-vcpe": { title: "SAG-vCPE", minMbps: 10, maxMbps: 1000, deployments: ["warm-standby"] },
};

export const modelNames = Object.keys(gatewayModels) as [GatewayModel, ...GatewayModel[]];

/** The subscription periods of a gateway, in months. Source: Period of the same call. */
export const gatewayMonths: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36];

/** The subscription periods of a PREPAY bandwidth package, in months. Source: Period and PricingCycle of CreateCenBandwidthPackage. */
export const packageMonths: readonly number[] = [1, 2, 3, 6, 12, 24, 36];

/** The bandwidth of a package in Mbit/s. Source: Bandwidth of CreateCenBandwidthPackage. */
export const packageMbps = { min: 2, max: 10_000 } as const;

/** The most that a connection has by data transfer, in Mbit/s, unless its quota is raised. Source: product page of inter-region connections. */
export const transferMbps = { mainland: 1000, acrossTheBorder: 100 } as const;

/** Default quota smartag_quota_subnet_count_per_sag: on-premises CIDR blocks per gateway. */
export const cidrsPerGateway = 10;
