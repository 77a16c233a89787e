import type { ProductName } from "../product-name.ts";

/** A product is known by its API version, whatever host it is called under. */
export const productOfVersion: Readonly<Record<string, ProductName>> = {
  "2018-03-13": "Smartag",
  "2017-09-12": "Cbn",
  "2016-04-28": "Vpc",
  "2014-05-26": "Ecs",
  "2015-04-01": "Sts",
  "2017-12-14": "BssOpenApi",
};
