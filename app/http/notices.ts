import { redirect } from "@remix-run/node";
import type { RequestContext } from "./context.ts";

/** Redirects after a POST (303) and leaves a message that the next page shows once. */
export async function redirectWithNotice(
  { cookies }: RequestContext,
  to: string,
  message: string,
): Promise<Response> {
  return redirect(to, {
    status: 303,
    headers: { "Set-Cookie": await cookies.notice.serialize(message) },
  });
}
