const MINUTE_MS = 60_000;

/** Durations for tests that do not tell of parcels: nobody has to look for two days whether one has come. */
export const quickParcels = {
  "ship-parcel": [MINUTE_MS, 2 * MINUTE_MS],
  "parcel-under-way": [MINUTE_MS, 2 * MINUTE_MS],
  "plug-in": [MINUTE_MS, 2 * MINUTE_MS],
} as const;
