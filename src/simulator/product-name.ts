/** The products that the simulated cloud answers for, by the names of their published models. */
export type ProductName = "Smartag" | "Cbn" | "Vpc" | "Ecs" | "Sts" | "BssOpenApi";
