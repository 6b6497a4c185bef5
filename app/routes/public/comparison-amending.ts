import type { LoaderFunctionArgs } from "@remix-run/node";
import { comparisonFileResponse } from "#app/http/comparison-file.ts";

/** The 改め文 between two versions as plain text. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return comparisonFileResponse(request, context, {
    name: "改め文",
    extension: "txt",
    mediaType: "text/plain; charset=utf-8",
    write: ({ compared }) => new TextEncoder().encode(compared.amendingText()),
  });
}
