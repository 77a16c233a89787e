import { cloudMutants } from "./at-the-cloud.ts";
import { diaryMutants } from "./in-the-diary.ts";
import { engineMutants } from "./in-the-engine.ts";
import type { Mutant } from "./mutant.ts";

/** Every safety that is taken out in turn; each has to be missed by the judge within the sample. */
export const mutants: readonly Mutant[] = [...diaryMutants, ...engineMutants, ...cloudMutants];
