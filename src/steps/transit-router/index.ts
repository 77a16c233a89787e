import type { AnyStep } from "../../engine/step.ts";
import { regionRouter } from "./router.ts";
import { routerService } from "./service.ts";

/** What Enterprise Edition asks for before a VPC can be attached: the service opened once, and a router in each region. */
export const transitRouter: AnyStep = {
  ...regionRouter,
  nodes: (network) => [...routerService.nodes(network), ...regionRouter.nodes(network)],
};
