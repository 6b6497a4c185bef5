import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireSecretariat } from "#app/http/guards.ts";

export function loader({ request, context }: LoaderFunctionArgs) {
  requireSecretariat(request, context);
  return notFound("この画面");
}
