const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * How long the cloud and the people take, least and most. No document gives typical times; where a source bounds one from
 * above, the line says so. The rest are assumptions.
 */
export const durations: Readonly<Record<string, readonly [minMs: number, maxMs: number]>> = {
  // Cbn. Upper bounds: time-outs of the Terraform provider 1.289 (2026-08): CEN 5 min, child instance 10 min, package 11 min,
  // association 60 s, region connection 10 min, transit router 5 min, VPC attachment 42 min.
  "create-cen": [5 * SECOND, 15 * SECOND],
  "delete-cen": [5 * SECOND, 15 * SECOND],
  "attach-child": [20 * SECOND, 60 * SECOND],
  "detach-child": [20 * SECOND, 60 * SECOND],
  "create-package": [10 * SECOND, 30 * SECOND],
  "delete-package": [5 * SECOND, 15 * SECOND],
  "associate-package": [5 * SECOND, 15 * SECOND],
  "unassociate-package": [5 * SECOND, 15 * SECOND],
  "set-bandwidth-limit": [5 * SECOND, 20 * SECOND],
  "create-transit-router": [20 * SECOND, 60 * SECOND],
  "delete-transit-router": [20 * SECOND, 60 * SECOND],
  "attach-vpc": [60 * SECOND, 180 * SECOND],
  "detach-vpc": [60 * SECOND, 180 * SECOND],
  "attach-ccn": [20 * SECOND, 60 * SECOND],
  "attach-peer": [20 * SECOND, 60 * SECOND],
  "detach-peer": [20 * SECOND, 60 * SECOND],
  "update-router": [3 * SECOND, 10 * SECOND],
  "update-attachment": [5 * SECOND, 20 * SECOND],
  "update-zones": [20 * SECOND, 60 * SECOND],
  "router-route-table": [3 * SECOND, 10 * SECOND],
  "router-route": [2 * SECOND, 6 * SECOND],
  "associate-route-table": [5 * SECOND, 20 * SECOND],
  "propagate-route-table": [5 * SECOND, 20 * SECOND],
  // Vpc. Upper bounds: the same provider: VPC 10 min, vSwitch 5 min, route entry 10 min.
  "create-vpc": [3 * SECOND, 10 * SECOND],
  "create-vswitch": [3 * SECOND, 10 * SECOND],
  "delete-vswitch": [3 * SECOND, 10 * SECOND],
  "create-route-entry": [3 * SECOND, 10 * SECOND],
  "delete-route-entry": [3 * SECOND, 10 * SECOND],
  // Ecs.
  "run-command": [2 * SECOND, 8 * SECOND],
  // Smartag. Configuration reaches the device over its control channel.
  "bind-gateway": [5 * SECOND, 20 * SECOND],
  "unbind-gateway": [5 * SECOND, 20 * SECOND],
  "modify-gateway": [3 * SECOND, 10 * SECOND],
  // The device reports once it is cabled and bound.
  heartbeat: [1 * MINUTE, 3 * MINUTE],
  // Source: the tutorial tells the reader to open a ticket when nothing has come 48 hours after the purchase.
  "ship-parcel": [10 * HOUR, 19 * HOUR],
  "parcel-under-way": [26 * HOUR, 28 * HOUR],
  "plug-in": [1 * HOUR, 3 * HOUR],
  "pay-order": [1 * HOUR, 4 * HOUR],
};
