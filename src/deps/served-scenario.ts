import { createRemoteCloud } from "../simulator/remote.ts";

/** The scenario that a running `simulate serve` plays, for the screens. */
export async function servedScenario(url: string): Promise<string> {
  try {
    return (await createRemoteCloud(url).status()).scenario;
  } catch {
    return "served";
  }
}
