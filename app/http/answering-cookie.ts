import type { RequestContext } from "./context.ts";

/** What the cookie `answering` holds after a code was entered; the code itself it does not hold. */
export interface Answering {
  invitationId: string;
  surveyId: string;
  /** The draft key of the code, 32 bytes. */
  key: Uint8Array;
  receiptNumber: string;
}

/** What the cookie `receipt` holds after an answer was sent. */
export interface ReceiptHeld {
  receiptNumber: string;
  invitationId: string;
}

type Cookies = Pick<RequestContext, "cookies">;

/** The code this browser has entered; undefined without one, or after six hours. */
export function answeringOf(request: Request, context: Cookies): Promise<Answering | undefined> {
  return answeringIn(request.headers.get("Cookie"), context);
}

/** The same, from the header Cookie alone. */
export async function answeringIn(
  header: string | null,
  { cookies }: Cookies,
): Promise<Answering | undefined> {
  const kept = await record(cookies.answering.parse(header));
  const { invitationId, surveyId, key, receiptNumber } = kept;
  if (typeof invitationId !== "string" || typeof surveyId !== "string") return undefined;
  if (typeof key !== "string" || typeof receiptNumber !== "string") return undefined;
  const bytes = new Uint8Array(Buffer.from(key, "base64url"));
  return { invitationId, surveyId, key: bytes, receiptNumber };
}

/** The Set-Cookie header that remembers an entered code on this device. */
export function rememberAnswering(answering: Answering, { cookies }: Cookies): Promise<string> {
  const key = Buffer.from(answering.key).toString("base64url");
  return cookies.answering.serialize({ ...answering, key });
}

/** The Set-Cookie header that makes this device forget the code. */
export function forgetAnswering({ cookies }: Cookies): Promise<string> {
  return cookies.answering.serialize("", { maxAge: 0 });
}

/** The receipt this browser was given last. */
export function receiptOf(request: Request, context: Cookies): Promise<ReceiptHeld | undefined> {
  return receiptIn(request.headers.get("Cookie"), context);
}

/** The same, from the header Cookie alone. */
export async function receiptIn(
  header: string | null,
  { cookies }: Cookies,
): Promise<ReceiptHeld | undefined> {
  const kept = await record(cookies.receipt.parse(header));
  const { receiptNumber, invitationId } = kept;
  if (typeof receiptNumber !== "string" || typeof invitationId !== "string") return undefined;
  return { receiptNumber, invitationId };
}

/** The Set-Cookie header that remembers a receipt on this device. */
export function rememberReceipt(receipt: ReceiptHeld, { cookies }: Cookies): Promise<string> {
  return cookies.receipt.serialize(receipt);
}

async function record(parsed: Promise<unknown>): Promise<Record<string, unknown>> {
  const value = await parsed;
  return typeof value === "object" && value !== null ? { ...value } : {};
}
