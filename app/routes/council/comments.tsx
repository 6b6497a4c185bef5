import { notFound } from "#app/http/guards.ts";

export const loader = () => notFound();

export default function Page() {
  return null;
}
