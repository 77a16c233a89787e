import type { Scenario } from "../../src/simulator/scenario.ts";
import type { Ccn, Gateway } from "../../src/simulator/smartag/things.ts";
import type { World } from "../../src/simulator/world.ts";
import { DAY_MS, onlineGateway } from "../../test/support/online-gateway.ts";

/** More than the 50 that a page of a list shows at the most. */
const COUNT = 60;
const CCN = "ccn-0the2s5k7m9x4q1w8e";

/** A scenario whose area has many gateways already, all of another project and made before ours. */
export function crowded(scenario: Scenario): Scenario {
  return {
    ...scenario,
    build: (world) => {
      scenario.build(world);
      const [hub] = world.state.accounts;
      if (!hub) throw new Error(`${scenario.name} has no account`);
      world.put("ccn", ccnOf(world, hub.uid));
      for (let nth = 1; nth <= COUNT; nth += 1) world.put("gateway", gatewayOf(world, hub.uid, nth));
    },
  };
}

function ccnOf(world: World, uid: string): Ccn {
  return {
    id: CCN,
    uid,
    region: "cn-shanghai",
    name: "others",
    description: "",
    cidrBlock: "10.200.0.0/16",
    snatCidrBlock: "",
    isDefault: false,
    newAgw: false,
    interworkingStatus: "enable",
    createdAt: world.now - 90 * DAY_MS,
  };
}

function gatewayOf(world: World, uid: string, nth: number): Gateway {
  const two = String(nth).padStart(2, "0");
  return onlineGateway(world, {
    id: `sag-0thers5k7m9x4q1w${two}`,
    uid,
    name: `other-${two}`,
    orderId: `2033202609010${two}`,
    serialNumbers: [`sag0ther5${two}`],
    cidrs: [`10.200.${nth}.0/24`],
    ccnId: CCN,
    createdAt: world.now - 80 * DAY_MS,
    activatedAt: world.now - 78 * DAY_MS,
    endTime: world.now + 280 * DAY_MS,
  });
}
