import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "#app/files/attachment.ts";
import { rawColumns } from "#app/files/raw/raw-columns.ts";
import { dictionaryCsv, rawCsv } from "#app/files/raw/raw-csv.ts";
import { rawJsonLines } from "#app/files/raw/raw-json-lines.ts";
import { rawXlsx } from "#app/files/raw/raw-xlsx.ts";
import { notFound, requireSecretariat } from "#app/http/guards.ts";
import { surveyOf } from "#app/http/survey-desk.ts";
import { earlierQuestionnaires } from "#db/queries/surveys/editions.ts";
import { rawAnswers } from "#db/queries/surveys/index.ts";

const forms = {
  csv: { end: ".csv", mediaType: "text/csv; charset=utf-8" },
  xlsx: {
    end: ".xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  jsonl: { end: ".jsonl", mediaType: "application/jsonl; charset=utf-8" },
  dictionary: { end: "_列の説明.csv", mediaType: "text/csv; charset=utf-8" },
} as const;

/**
 * The raw answers (個票) of a closed survey, or the dictionary of their columns: `?format=csv`,
 * `xlsx`, `jsonl` or `dictionary`. Each taking of answers is recorded.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const survey = await surveyOf(context, viewer, params.survey);
  const format = formatOf(new URL(request.url).searchParams.get("format"));
  const earlier = await earlierQuestionnaires(context.db, survey.id);
  const columns = rawColumns(survey.mode, survey.questionnaire, earlier);
  const { end, mediaType } = forms[format];
  const headers = {
    "Content-Type": mediaType,
    "Content-Disposition": attachment(`${survey.slug}_個票${end}`),
    // Answers stay out of every cache.
    "Cache-Control": "no-store",
  };
  if (format === "dictionary") return new Response(dictionaryCsv(columns), { headers });
  const answers = await rawAnswers(context.db, viewer, survey.id, format);
  if (!answers) {
    throw new Response("個票は、調査を締め切った後に保存できます。", { status: 409 });
  }
  const written =
    format === "xlsx"
      ? rawXlsx(columns, answers)
      : Readable.from(format === "csv" ? rawCsv(columns, answers) : rawJsonLines(answers), {
          objectMode: false,
        });
  return new Response(createReadableStreamFromReadable(written), { headers });
}

function formatOf(asked: string | null): keyof typeof forms {
  const format = asked ?? "csv";
  return Object.hasOwn(forms, format) ? (format as keyof typeof forms) : notFound();
}
