import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { releaseCp932Losses, releaseFileResponse } from "#app/http/release-file.ts";
import { href } from "#app/routes.ts";

/**
 * The tables of a release as CSV: UTF-8 with a byte order mark, or CP932 if asked for. Where CP932
 * cannot hold all of it, a page first shows which characters; from there it comes with 〓 for them.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  if (asked.get("encoding") !== "cp932") {
    return releaseFileResponse(request, context, params, "csv");
  }
  if (asked.get("substitute") !== "yes") {
    const { survey, release, losses } = await releaseCp932Losses(context, params);
    if (losses.length > 0) {
      return redirect(href("releaseCp932", { survey: survey.slug, release: release.number }));
    }
  }
  return releaseFileResponse(request, context, params, "csv-cp932");
}
