import { advance } from "../agenda.ts";
import { Dropped, strike } from "../faults/strike.ts";
import type { Answer } from "./answer.ts";
import type { Exchange } from "./exchange.ts";

const PROXY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

async function beLate({ kernel, faults }: Exchange): Promise<void> {
  const late = faults.find("late-answer");
  if (late === undefined) return;
  const virtualMs = late.virtualMs ?? (late.realMs === undefined ? 60_000 : 0);
  advance(kernel.world, kernel.world.now + virtualMs);
  kernel.save();
  if (late.realMs !== undefined) await new Promise((resolve) => setTimeout(resolve, late.realMs));
}

/** The way back: the answer arrives as it was, late, spoiled, or not at all (then this throws Dropped). */
export async function deliver(exchange: Exchange, answer: Answer): Promise<Answer> {
  const { faults, kernel } = exchange;
  await beLate(exchange);
  await strike(faults, "deliver", kernel.gates);
  if (faults.find("empty-body") !== undefined) return { ...answer, body: "" };
  if (faults.find("html-body") !== undefined) {
    return { status: 502, body: PROXY_PAGE, headers: { ...answer.headers, "content-type": "text/html" } };
  }
  if (faults.find("truncated-body") !== undefined) throw new Dropped(answer);
  return answer;
}
