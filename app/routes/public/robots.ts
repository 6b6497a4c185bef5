import type { LoaderFunctionArgs } from "@remix-run/node";
import { href } from "#app/routes.ts";

/** Search engines are welcome to all that is published; the letters' addresses are not for them. */
export const loader = ({ context }: LoaderFunctionArgs) =>
  new Response(
    [
      "User-agent: *",
      "Disallow: /a/",
      "Disallow: /answer",
      "Disallow: /council",
      "Disallow: /secretariat",
      `Sitemap: ${context.environment.origin}${href("sitemap")}`,
      "",
    ].join("\n"),
    { headers: { "Content-Type": "text/plain; charset=utf-8" } },
  );
