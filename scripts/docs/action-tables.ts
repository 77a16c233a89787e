import type { SimAction } from "../../src/simulator/action.ts";
import { actions as bss } from "../../src/simulator/bss/index.ts";
import { actions as cbn } from "../../src/simulator/cbn/index.ts";
import { actions as ecs } from "../../src/simulator/ecs/index.ts";
import { actions as smartag } from "../../src/simulator/smartag/index.ts";
import { actions as sts } from "../../src/simulator/sts/index.ts";
import { actions as vpc } from "../../src/simulator/vpc/index.ts";
import { productOfVersion } from "../../src/simulator/wire/products.ts";
import { markdownTable } from "./marked.ts";

const products: readonly (readonly SimAction[])[] = [smartag, cbn, vpc, ecs, sts, bss];

/** Every modelled action with its evidence, product by product. */
export function actionTables(): string {
  return products.map(sectionOf).join("\n\n");
}

function sectionOf(actions: readonly SimAction[]): string {
  const product = actions[0]?.product ?? "";
  const version = Object.keys(productOfVersion).find((one) => productOfVersion[one] === product);
  const rows = [...actions].sort((a, b) => (a.name < b.name ? -1 : 1)).map(rowOf);
  return `### ${product} ${version}: ${actions.length} actions\n\n${markdownTable(["action", "", "evidence"], rows)}`;
}

function rowOf({ name, kind, evidence }: SimAction): readonly string[] {
  return [name, kind, evidence];
}
