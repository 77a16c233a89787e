import type { Question } from "../../engine/question.ts";
import type { Input } from "../../engine/step.ts";
import type { ShipTo } from "../../network/network.ts";
import { shippedTo, shipTo } from "../../network/ship-to-forms.ts";
import { say } from "../../text.ts";
import { placed } from "../placed.ts";

type Field = NonNullable<Question<ShipTo>["fields"]>[number] & { readonly name: keyof ShipTo };

/** The fields of the address form, in the order in which one writes an address. */
export const shipToFields: readonly Field[] = [
  { name: "name", label: "Name" },
  { name: "mobile", label: "Mobile" },
  { name: "phone", label: "Landline", optional: true },
  { name: "email", label: "E-mail" },
  { name: "country", label: "Country" },
  { name: "state", label: "Province" },
  { name: "city", label: "City" },
  { name: "district", label: "District" },
  { name: "town", label: "Township" },
  { name: "address", label: "Street, number" },
  { name: "zip", label: "Postcode" },
];

/** Each field can be given by a flag; the wizard asks for them in one form, never printed again. */
export const shipToInputs: readonly Input[] = shipToFields.map(({ name, label }) =>
  placed<string>({
    name: `ship-to-${name}`,
    help: say`${label} of the person who receives the gateway`,
    at: (item) => ["branches", item, "gateway", "shipTo", name],
    ask: async () => ({ message: say`${label}`, kind: "text" }),
  }),
);

/** The one form; `isShipped` is false for a device of one's own, where only the contact is wanted. */
export function askShipTo(isShipped: boolean, known: Partial<ShipTo> | undefined): Question<ShipTo> {
  const message = isShipped
    ? say`Where is the gateway to be sent? (kept for next time, never printed)`
    : say`Contact for the order: nothing is shipped (kept for next time, never printed)`;
  return {
    flag: "--ship-to-name",
    message,
    kind: "form",
    fields: shipToFields,
    form: (isShipped ? shippedTo : shipTo) as unknown as NonNullable<Question<ShipTo>["form"]>,
    ...(known ? { initial: known as ShipTo } : {}),
  };
}
