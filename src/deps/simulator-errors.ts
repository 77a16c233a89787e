import { SagctlError } from "../errors.ts";
import { UnknownScenario } from "../simulator/find-scenario.ts";
import { ControlFailed } from "../simulator/remote.ts";
import { WorldUnreadable } from "../simulator/world-file.ts";
import { WorldHeld } from "../simulator/world-lock.ts";
import { say } from "../text.ts";

/** What the simulated cloud itself complains of, in sagctl's words; undefined for any other error. */
export function simulatorError(error: unknown): SagctlError | undefined {
  if (error instanceof UnknownScenario) return unknownScenario(error);
  if (error instanceof WorldHeld) return worldHeld(error);
  if (error instanceof WorldUnreadable) return worldUnreadable(error);
  return error instanceof ControlFailed ? controlFailed(error) : undefined;
}

function unknownScenario(error: UnknownScenario): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "unknown-scenario",
    message: say`${error.message}`,
    tryThis: [say`What each of them is: sagctl simulate scenarios`],
    cause: error,
  });
}

function worldHeld(error: WorldHeld): SagctlError {
  return new SagctlError({
    kind: "diary",
    code: "world-held",
    message: say`${error.message}`,
    tryThis: [
      say`Wait until that command is over, or end it`,
      say`For several commands at once: sagctl simulate serve, and --simulate=URL for each of them`,
    ],
    cause: error,
  });
}

function worldUnreadable(error: WorldUnreadable): SagctlError {
  return new SagctlError({
    kind: "diary",
    code: "world-unreadable",
    message: say`${error.message}`,
    tryThis: [say`sagctl simulate reset`],
    cause: error,
  });
}

function controlFailed(error: ControlFailed): SagctlError {
  const { status } = error;
  if (status === undefined) {
    return new SagctlError({
      kind: "unreachable",
      code: "simulated-cloud-unreachable",
      message: say`${error.message}`,
      tryThis: [say`Start it: sagctl simulate serve`, say`Each start has a URL of its own: copy it again`],
      cause: error,
    });
  }
  const denied = status === 401 || status === 403;
  const token = say`Copy the whole line that sagctl simulate serve prints: http://control:TOKEN@127.0.0.1:PORT`;
  return new SagctlError({
    kind: denied ? "denied" : "usage",
    code: denied ? "control-denied" : "control-refused",
    message: say`${error.message}`,
    tryThis: denied ? [token] : [],
    cause: error,
  });
}
