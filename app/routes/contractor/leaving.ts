import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { notFound } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";

export const loader = () => notFound("この画面");

/** Makes this device forget the code and the receipt; the draft stays, and the code opens it. */
export async function action({ context }: ActionFunctionArgs) {
  const { answering, receipt, notice } = context.cookies;
  const headers = new Headers();
  headers.append("Set-Cookie", await answering.serialize("", { maxAge: 0 }));
  headers.append("Set-Cookie", await receipt.serialize("", { maxAge: 0 }));
  const said =
    "この端末から、回答コードの記録を消しました。続きや控えは、コードをもう一度入力すると開けます。";
  headers.append("Set-Cookie", await notice.serialize(said));
  headers.set("Clear-Site-Data", '"storage"');
  return redirect(href("codeEntry"), { status: 303, headers });
}
