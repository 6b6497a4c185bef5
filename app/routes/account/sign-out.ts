import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { href } from "#app/routes.ts";
import { endSession } from "#db/queries/accounts.ts";

export const loader = () => redirect(href("home"));

export async function action({ request, context }: ActionFunctionArgs) {
  const token: unknown = await context.cookies.session.parse(request.headers.get("Cookie"));
  if (typeof token === "string") {
    for (const hash of context.hashes("session", token)) await endSession(context.db, hash);
  }
  return redirect(href("home"), {
    status: 303,
    headers: { "Set-Cookie": await context.cookies.session.serialize("", { maxAge: 0 }) },
  });
}
