import { ecsAction } from "./ecs-action.ts";
import { here, pageEitherWay, pagingParameters } from "./requests.ts";
import type { Instance } from "./things.ts";
import { secondTime } from "./times.ts";

export const describeCloudAssistantStatus = ecsAction({
  name: "DescribeCloudAssistantStatus",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    InstanceId: { type: "list" },
    OSType: { type: "string" },
    ...pagingParameters,
  },
  evidence: "SDK model: parameters, fields; the status is the text true or false. Page: at most 50 a page.",
  handle(world, request) {
    const { InstanceId: ids, OSType: osType } = request.params;
    const isWanted = (one: Instance) =>
      (ids === undefined || (ids as string[]).includes(one.id)) &&
      one.osType === (osType ?? one.osType).toString().toLowerCase();
    const page = pageEitherWay(here(world.listed<Instance>("instance"), request).filter(isWanted), request, 50);
    const shown = page.items.map((one) => ({
      InstanceId: one.id,
      CloudAssistantStatus: String(one.cloudAssistant && one.status === "Running"),
      LastHeartbeatTime: one.cloudAssistant ? secondTime(world.now) : "",
      OSType: one.osType,
    }));
    return { ...page.echo, InstanceCloudAssistantStatusSet: { InstanceCloudAssistantStatus: shown } };
  },
});
