import type { ActionFunctionArgs } from "@remix-run/node";
import { takeSentAnswer } from "#app/http/answer-sending.ts";
import { receiptHeaders } from "#app/http/answering-state.ts";
import { answerLimit } from "#app/http/forms.ts";
import { notFound } from "#app/http/guards.ts";
import { readJsonBody } from "#app/http/json-body.ts";

export const loader = () => notFound("この画面");

/**
 * Takes a finished answer from a script; see `takeSentAnswer`. The server answers plain requests
 * without coming here (`sendingsShortWay`), all others here.
 */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const body = await readJsonBody(request, answerLimit);
  const cookie = request.headers.get("Cookie");
  const { status, said, receipt } = await takeSentAnswer(context, cookie, body);
  const headers = receipt && (await receiptHeaders(receipt, context));
  return Response.json(said, { status, ...(headers ? { headers } : {}) });
}
