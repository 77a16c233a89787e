import type { SimAction } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { authorizeSecurityGroup } from "./authorize-security-group.ts";
import { commandEvents } from "./command-events.ts";
import { describeCloudAssistantStatus } from "./describe-cloud-assistant-status.ts";
import { describeInstances } from "./describe-instances.ts";
import { describeInvocationResults } from "./describe-invocation-results.ts";
import { describeRegions } from "./describe-regions.ts";
import { describeSecurityGroupAttribute } from "./describe-security-group-attribute.ts";
import { describeSecurityGroups } from "./describe-security-groups.ts";
import { revokeSecurityGroup } from "./revoke-security-group.ts";
import { runCommand } from "./run-command.ts";

/** Ecs 2014-05-26. */
export const actions: readonly SimAction[] = [
  authorizeSecurityGroup,
  describeCloudAssistantStatus,
  describeInstances,
  describeInvocationResults,
  describeRegions,
  describeSecurityGroupAttribute,
  describeSecurityGroups,
  revokeSecurityGroup,
  runCommand,
];

/** The ends of commands. */
export const events: Record<string, EventHandler> = { ...commandEvents };
