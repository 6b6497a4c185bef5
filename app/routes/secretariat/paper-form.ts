import type { LoaderFunctionArgs } from "@remix-run/node";
import { civilDate } from "#app/domain/japan/index.ts";
import { homeLocale, languageName } from "#app/domain/survey/index.ts";
import { paperFormGaps, paperFormPdf } from "#app/files/paper-form-pdf.ts";
import { downloadResponse } from "#app/http/download.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { surveyOf } from "#app/http/survey-desk.ts";

/** The paper questionnaire (PDF) in Japanese, or with ?locale= in another language offered. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const asked = new URL(request.url).searchParams.get("locale") ?? homeLocale;
  const locale = survey.questionnaire.locales.includes(asked) ? asked : homeLocale;
  const gaps = locale === homeLocale ? [] : paperFormGaps(survey, locale);
  if (gaps.length > 0) {
    const letters = gaps.slice(0, 10).join(" ");
    throw new Response(
      `「${languageName(locale)}」の調査票には、このシステムの書体で印刷できない文字（${letters}）があります。画面の回答ページを案内するか、日本語の調査票を使ってください。`,
      { status: 409 },
    );
  }
  const suffix = locale === homeLocale ? "" : `-${locale}`;
  return downloadResponse(request, {
    name: `調査票-${survey.slug}${suffix}.pdf`,
    mediaType: "application/pdf",
    bytes: paperFormPdf(survey, locale, civilDate(new Date())),
  });
}
