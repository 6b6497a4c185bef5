import { notFound } from "#app/http/guards.ts";

export function loader(): Response {
  return notFound();
}
