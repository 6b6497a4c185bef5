import type { LoaderFunctionArgs } from "@remix-run/node";
import { frozenFileResponse } from "#app/http/frozen-file.ts";
import { publishedDraft } from "#app/http/published-draft.ts";

/** The document of an interim draft, byte for byte as its SHA-256 was made from it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { number, frozen } = await publishedDraft(context, params.number);
  return frozenFileResponse(request, {
    name: `chukan-an-${number}.json`,
    mediaType: "application/json; charset=utf-8",
    bytes: new TextEncoder().encode(frozen.json),
    sha256: frozen.hashes.whole,
  });
}
