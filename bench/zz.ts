import { measureStartUp } from "./start-up.ts";
for (const r of measureStartUp(41)) console.log(r.what.padEnd(20), r.medianMs.toFixed(1), r.ratio.toFixed(3));
