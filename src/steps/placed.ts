import type { ZodType } from "zod";
import type { Question } from "../engine/question.ts";
import type { Input, Look } from "../engine/step.ts";
import { formAt, problemAt } from "../network/form-at.ts";
import type { Network } from "../network/network.ts";
import type { Path } from "../network/origin.ts";
import type { Text } from "../text.ts";

/** What an Input is made of: the place, and what is asked about it on a network that is still a draft. */
interface Place<T> {
  readonly name: string;
  readonly help: Text;
  readonly many?: true;
  at(item: string): Path;
  ask(look: Look, draft: Network, item: string): Promise<Omit<Question<T>, "flag">>;
}

/** An Input of one place in the network file; its form is the file's own, and so is what is said of a wrong value. */
export function placed<T>(place: Place<T>): Input<T> {
  return {
    name: place.name,
    help: place.help,
    many: place.many ?? false,
    at: (item) => place.at(item),
    form: formAt(place.at("item")) as ZodType<T>,
    ask: async (look, draft, item) => {
      const question = await place.ask(look, draft, item);
      const check = (answer: T) => problemAt(place.at(item), answer) ?? question.check?.(answer);
      return { ...question, flag: `--${place.name}`, check };
    },
  };
}

/** Flags alone cannot carry out the step without it. */
export function required(input: Input): Input {
  return { ...input, required: true };
}
