import { listInstances } from "../../api/ecs.ts";
import { isStatus } from "../../api/is-status.ts";
import type { Input } from "../../engine/step.ts";
import { say } from "../../text.ts";
import { region, vpc } from "../attach/inputs.ts";
import { area, ccnId } from "../ccn/inputs.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { placed, required } from "../placed.ts";
import { gatewayId } from "../purchase/inputs.ts";
import { cidr } from "../static-routes/inputs.ts";

export const verify = placed<readonly string[]>({
  name: "verify",
  help: say`a private address to ping (repeat or separate by commas)`,
  many: true,
  at: (item) => ["vpcs", item, "verify"],
  ask: async (look, draft, item) => {
    const of = draft.vpcs.find((one) => one.name === item);
    const all = of ? await look.read(listInstances({ account: of.account, region: of.region })) : [];
    const choices = all
      .filter((one) => one.vpc === of?.id)
      .flatMap((one) =>
        one.addresses.map((address) => ({
          value: address,
          columns: [address, one.name || "unnamed", one.id, item],
          ...(isStatus(one.status, "Running") ? {} : { disabled: say`${one.status}` }),
        })),
      );
    const usable = choices.filter((choice) => !("disabled" in choice));
    const [only, ...others] = usable;
    return {
      message: say`Which addresses are to be pinged in the end?`,
      kind: "choose-many",
      choices,
      initial: usable.slice(0, 1).map((choice) => choice.value),
      ...(only && others.length === 0
        ? { settled: { value: [only.value], because: say`the only running instance there` } }
        : {}),
    };
  },
});

export const pingInputs: readonly Input[] = [
  gatewayId,
  required(cidr),
  required(vpc),
  required(region),
  required(verify),
  area,
  ccnId,
  cenName,
  cenId,
];
