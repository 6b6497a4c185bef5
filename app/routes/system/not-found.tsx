import { notFound } from "#app/http/guards.ts";

export const loader = () => notFound();

export const action = () => notFound();

export default function NotFound() {
  return null;
}
