import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import { href } from "#app/routes.ts";
import type { RequestContext } from "./context.ts";

type Action = (args: ActionFunctionArgs) => Promise<Response>;

/** Routes whose POST is answered with JSON and no page, and that many may call at once. */
const direct = ["answerSending"] as const;

/**
 * Answers a POST to one of the direct routes by its compiled action; undefined for everything
 * else. Remix's router compiles the patterns of all routes anew for each request, which costs more
 * than checking and storing an answer.
 */
export function directActions(
  build: ServerBuild | (() => Promise<ServerBuild>),
): (request: Request, context: RequestContext) => Promise<Response> | undefined {
  const actions = new Map<string, Action>();
  // A build that is made anew for each request (`npm run dev`) goes through Remix alone.
  if (typeof build !== "function") {
    for (const name of direct) {
      const action = build.routes[name]?.module.action;
      if (action) actions.set(href(name), async (args) => asResponse(await action(args)));
    }
  }
  return (request, context) => {
    if (request.method !== "POST") return undefined;
    const action = actions.get(new URL(request.url).pathname);
    return action?.({ request, context, params: {} }).catch(thrownResponse);
  };
}

function asResponse(value: unknown): Response {
  if (value instanceof Response) return value;
  throw new TypeError("a direct action gave no response");
}

function thrownResponse(thrown: unknown): Response {
  if (thrown instanceof Response) return thrown;
  throw thrown;
}
