import { Dropped } from "../faults/strike.ts";
import type { Kernel } from "../kernel.ts";
import { type Answer, type AnswerContext, refusalAnswer, successAnswer } from "./answer.ts";
import { deliver } from "./deliver.ts";
import { type Exchange, openExchange } from "./exchange.ts";
import { type Incoming, readIncoming } from "./incoming.ts";
import { asRefusal, processRequest } from "./process.ts";

function context({ kernel, incoming, product, call }: Exchange): AnswerContext {
  return { requestId: call.requestId, host: incoming.host, product: product ?? "", now: kernel.world.now };
}

async function answerOf(exchange: Exchange): Promise<Answer> {
  try {
    const reply = await processRequest(exchange);
    exchange.call.code = "OK";
    return successAnswer(reply, context(exchange));
  } catch (error) {
    if (error instanceof Dropped) throw error;
    const refusal = asRefusal(error);
    exchange.call.code = refusal.code;
    return refusalAnswer(refusal, context(exchange));
  }
}

/** Answers one RPC request, or throws Dropped where its sender shall get nothing. */
export async function answerRpc(kernel: Kernel, request: Request): Promise<Response> {
  const { status, headers, body } = await answerIncoming(kernel, await readIncoming(request));
  return new Response(body, { status, headers });
}

/** The same for a request that was read already. */
export async function answerIncoming(kernel: Kernel, incoming: Incoming): Promise<Answer> {
  kernel.catchUp();
  const exchange = openExchange(kernel, incoming);
  try {
    const answer = await answerOf(exchange);
    if (exchange.action?.kind === "read") kernel.saveSoon();
    else kernel.save();
    return await deliver(exchange, answer);
  } catch (error) {
    if (!(error instanceof Dropped)) throw error;
    exchange.call.code = "NoAnswer";
    kernel.save();
    throw error;
  }
}
