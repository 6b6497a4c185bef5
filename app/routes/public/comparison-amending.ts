import type { LoaderFunctionArgs } from "@remix-run/node";
import { comparisonFileResponse } from "#app/http/comparison-file.ts";

/** The 改め文 between two versions as plain text, or why there is none. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return comparisonFileResponse(request, context, {
    name: "改め文",
    extension: "txt",
    mediaType: "text/plain; charset=utf-8",
    write: ({ compared }) => {
      const text = compared.amendingText();
      const words = text.ok
        ? text.value
        : text.problems.map((each) => `${each.message}\n`).join("");
      return new TextEncoder().encode(words);
    },
  });
}
