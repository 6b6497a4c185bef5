import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { enterCode } from "#app/http/survey-codes.ts";
import { href } from "#app/routes.ts";

/** The address in the letter and its QR code: takes the code out of the address bar at once. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const entry = await enterCode(context, params.code ?? "");
  if (!entry.may) {
    return redirect(`${href("codeEntry")}?${new URLSearchParams({ why: entry.why })}`, 303);
  }
  return redirect(href("answer"), {
    status: 303,
    headers: {
      "Set-Cookie": await context.cookies.answering.serialize({
        invitationId: entry.invitation.id,
      }),
    },
  });
}
