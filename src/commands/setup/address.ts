import { SagctlError } from "../../errors.ts";
import type { ShipTo } from "../../network/network.ts";
import { shippedTo, shipTo, wrongFields } from "../../network/ship-to-forms.ts";
import { askShipTo, shipToFields } from "../../steps/purchase/ship-to-inputs.ts";
import { plain, say } from "../../text.ts";
import type { Talk } from "./talk.ts";

/** The field of the answers in which an address waits until the network file has it. */
export const addressField = "shipTo";

/** The one form: from flags, the address book or what was typed before; what is known needs no form. */
export async function askAddress(talk: Talk, office: string, isShipped: boolean): Promise<void> {
  const { interview, sketch, addresses } = talk;
  const place = ["branches", office, "gateway", "shipTo"];
  const known = { ...(await addresses.find()), ...(interview.kept(addressField) as object), ...flagsSay(talk) };
  const asked = askShipTo(isShipped, known as Partial<ShipTo>);
  refuseWrong(talk, isShipped);
  const isGiven = Object.keys(flagsSay(talk)).length > 0;
  const isKnown = asked.form?.safeParse(known).success ?? false;
  const question = { ...asked, keep: (typed: object) => interview.keep(addressField, typed) };
  const given = isKnown && isGiven ? { value: known, from: "--ship-to-name" } : undefined;
  const address = await interview.ask(question, { label: say`Address`, given, words: () => [] });
  await interview.keep(addressField, address);
  await addresses.remember(address);
  sketch.put(place, address);
}

/** A flag that will not do is named before anything is asked; what it says is personal, and is not. */
function refuseWrong(talk: Talk, isShipped: boolean): void {
  const [wrong] = wrongFields(isShipped ? shippedTo : shipTo, flagsSay(talk));
  const given = wrong && talk.flags.inputs?.[`ship-to-${wrong.field}`];
  if (!given) return;
  throw new SagctlError({
    kind: "usage",
    code: "bad-answer",
    message: say`${given.from}: ${plain(wrong.text)}`,
    tryThis: [say`Leave ${given.from} out to be asked`],
  });
}

function flagsSay({ flags }: Talk): Readonly<Record<string, unknown>> {
  const said = shipToFields.map(({ name }) => [name, flags.inputs?.[`ship-to-${name}`]?.value] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}
