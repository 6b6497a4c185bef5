import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { toQuestionnaire } from "#app/http/answering-entry.ts";
import { toReceipt } from "#app/http/answering-state.ts";
import { enterCode } from "#app/http/survey-codes.ts";
import { href } from "#app/routes.ts";

/** The address in the letter and its QR code: takes the code out of the address bar at once. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const entry = await enterCode(context, params.code ?? "");
  if (entry.may) return toQuestionnaire(entry, context);
  if (entry.why === "already-answered") return toReceipt(entry.receipt, context, entry.message);
  return redirect(`${href("codeEntry")}?${new URLSearchParams({ why: entry.why })}`, 303);
}
