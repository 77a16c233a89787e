import { SagctlError } from "../../errors.ts";
import type { ExitCode } from "../../exit-codes.ts";
import type { CloudControl } from "../../simulator/cloud-control.ts";
import { say, type Text } from "../../text.ts";
import type { Context } from "../context.ts";
import { withControl } from "./with-control.ts";

interface Deed {
  /** What it was done to: a heading of the result. */
  readonly done: string;
  readonly nothing: Text;
  act(people: CloudControl["people"], id: string | undefined): Promise<readonly string[]> | readonly string[];
}

const deeds = {
  deliver: {
    done: "arrived",
    nothing: say`no parcel is on its way`,
    act: (people, id) => people.deliver(id),
  },
  plugIn: {
    done: "cabled",
    nothing: say`no box has arrived that is not cabled yet`,
    act: (people, id) => people.plugIn(id),
  },
  pay: {
    done: "paid",
    nothing: say`no order is unpaid`,
    act: (people, id) => people.pay(id),
  },
} satisfies Record<string, Deed>;

type Command = (context: Context, args: readonly string[]) => Promise<ExitCode>;

/** The parcel arrives. */
export const deliver: Command = (context, [id]) => carryOut(context, deeds.deliver, id);

/** Somebody cables the box. */
export const plugIn: Command = (context, [id]) => carryOut(context, deeds.plugIn, id);

/** Somebody pays. */
export const pay: Command = (context, [id]) => carryOut(context, deeds.pay, id);

function carryOut(context: Context, deed: Deed, id: string | undefined): Promise<ExitCode> {
  return withControl(context, async (control) => {
    const ids = await deed.act(control.people, id);
    if (id !== undefined && ids.length === 0) throw withoutEffect(context, deed, id);
    context.ui.printFacts([{ name: deed.done, value: ids.join(", ") || "nothing" }]);
    if (ids.length === 0) context.ui.tell({ type: "note", text: deed.nothing });
  });
}

function withoutEffect(context: Context, deed: Deed, id: string): SagctlError {
  return new SagctlError({
    kind: "guard",
    code: "nothing-happened",
    message: say`${id}: nothing happens to it now`,
    tryThis: [deed.nothing, say`What there is: sagctl simulate ledger`, say`All that wait: sagctl ${context.command}`],
  });
}
