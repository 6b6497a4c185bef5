import { notFound } from "#app/http/guards.ts";

export const loader = () => notFound("この画面");
