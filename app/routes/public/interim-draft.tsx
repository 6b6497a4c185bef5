import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publishedDraft } from "#app/http/published-draft.ts";
import { href } from "#app/routes.ts";
import { InterimDraftPage } from "#app/ui/interim-draft/interim-draft-page.tsx";
import { pageTitle } from "#app/ui/page.tsx";

export const handle = { wide: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.document.title}（第${data.number}号）` : "条例中間案");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { number, document, frozen, pdfSize } = await publishedDraft(context, params.number);
  const sizeOf = (text: string) => new TextEncoder().encode(text).length;
  return {
    number,
    document,
    hashes: frozen.hashes,
    sizes: { pdf: pdfSize, json: sizeOf(frozen.json), text: sizeOf(document.text.plain) },
  };
}

/** A published interim draft, from what was frozen and nothing else. */
export default function InterimDraft() {
  const { number, document, hashes, sizes } = useLoaderData<typeof loader>();
  return (
    <InterimDraftPage
      document={document}
      hashes={hashes}
      files={{
        pdf: { name: "draft.pdf", href: href("interimDraftPdf", { number }), size: sizes.pdf },
        json: { name: "draft.json", href: href("interimDraftJson", { number }), size: sizes.json },
        text: { name: "draft.txt", href: href("interimDraftText", { number }), size: sizes.text },
      }}
    />
  );
}
