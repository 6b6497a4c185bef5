import { redirect } from "@remix-run/node";
import type { SignedIn, Viewer } from "#app/domain/viewer.ts";
import { href } from "#app/routes.ts";
import type { RequestContext } from "./context.ts";

/** Throws a redirect to the sign-in page that leads back here afterwards. */
function toSignIn(request: Request): never {
  const url = new URL(request.url);
  const back = request.method === "GET" ? url.pathname + url.search : "/";
  throw redirect(`${href("signIn")}?${new URLSearchParams({ back })}`);
}

/** Throws the 403 page. */
function refuse(): never {
  const message =
    "このページを見る権限がありません。権限のあるアカウントでサインインし直してください。";
  throw new Response(message, { status: 403 });
}

/** The signed-in viewer; others are sent to sign in. */
export function requireSignedIn(request: Request, { viewer }: RequestContext): SignedIn {
  return viewer.kind === "anyone" ? toSignIn(request) : viewer;
}

/** A council member or the secretariat. */
export const requireCouncil = requireSignedIn;

/** The secretariat; a member gets a 403 page. */
export function requireSecretariat(
  request: Request,
  context: RequestContext,
): Extract<Viewer, { kind: "secretariat" }> {
  const viewer = requireSignedIn(request, context);
  return viewer.kind === "secretariat" ? viewer : refuse();
}

/** A council member (who may comment). */
export function requireMember(
  request: Request,
  context: RequestContext,
): Extract<Viewer, { kind: "member" }> {
  const viewer = requireSignedIn(request, context);
  return viewer.kind === "member" ? viewer : refuse();
}

/** Throws the 404 page, in words that tell what was looked for. */
export function notFound(what = "お探しのページ"): never {
  throw new Response(`${what}は見つかりませんでした。`, { status: 404 });
}

/** A whole number from 1 to 99999 out of the address, or the 404 page. */
export function numberParam(value: string | undefined, what?: string): number {
  return value !== undefined && /^[1-9][0-9]{0,4}$/.test(value) ? Number(value) : notFound(what);
}

/** A uuid out of the address, or the 404 page. */
export function uuidParam(value: string | undefined, what?: string): string {
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
  return value !== undefined && form.test(value) ? value : notFound(what);
}
