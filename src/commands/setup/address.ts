import { formAt } from "../../network/form-at.ts";
import type { ShipTo } from "../../network/network.ts";
import { askShipTo, shipToFields } from "../../steps/purchase/ship-to-inputs.ts";
import { say } from "../../text.ts";
import type { Talk } from "./talk.ts";

/** The field of the answers in which an address waits until the network file has it. */
export const addressField = "shipTo";

/** The one form: from flags, the address book or what was typed before; what is known needs no form. */
export async function askAddress(talk: Talk, office: string, isShipped: boolean): Promise<void> {
  const { interview, sketch, addresses } = talk;
  const place = ["branches", office, "gateway", "shipTo"];
  const known = { ...(await addresses.find()), ...(interview.kept(addressField) as object), ...flagsSay(talk) };
  const form = formAt(place);
  const isGiven = Object.keys(flagsSay(talk)).length > 0;
  const isKnown = form.safeParse(known).success;
  const question = {
    ...askShipTo(isShipped, known as Partial<ShipTo>),
    keep: (typed: object) => interview.keep(addressField, typed),
  };
  const given = isKnown && isGiven ? { value: known, from: "--ship-to-name" } : undefined;
  const shipTo = await interview.ask(question, { label: say`Address`, given, words: () => [] });
  await interview.keep(addressField, shipTo);
  await addresses.remember(shipTo);
  sketch.put(place, shipTo);
}

function flagsSay({ flags }: Talk): Readonly<Record<string, unknown>> {
  const said = shipToFields.map(({ name }) => [name, flags.inputs?.[`ship-to-${name}`]?.value] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}
