import { actionTables } from "./action-tables.ts";
import { durationTable, faultTable, scenarioTable, switchTable } from "./world-tables.ts";

/** The parts of docs/simulator.md that come out of the simulated cloud itself, by the names of their markers. */
export function simulatorParts(): Readonly<Record<string, string>> {
  return {
    actions: actionTables(),
    scenarios: scenarioTable(),
    switches: switchTable(),
    durations: durationTable(),
    faults: faultTable(),
  };
}
