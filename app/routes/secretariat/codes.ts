import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { wareki } from "#app/domain/japan/index.ts";
import { attachment } from "#app/files/attachment.ts";
import { csvFile } from "#app/files/csv.ts";
import { readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { type CodeFault, surveyOf } from "#app/http/survey-desk.ts";
import { href } from "#app/routes.ts";
import { issueCodes } from "#db/queries/surveys/index.ts";

const header = [
  "事業者番号",
  "事業者名",
  "郵便番号",
  "所在地",
  "回答コード",
  "回答用アドレス",
  "締切",
];

/** Codes come as the answer to a form, once; who opens the address is led to the survey. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug } = await surveyOf(context, requireSecretariat(request, context), params.survey);
  return redirect(`${href("deskSurvey", { survey: slug })}#codes`);
}

/** Makes codes and answers with the file for the letters. Only the codes' hashes are stored. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const { id, slug, closesOn } = await surveyOf(context, viewer, params.survey);
  const refuse = (why: CodeFault) =>
    redirect(`${href("deskSurvey", { survey: slug })}?codes=${why}`, 303);
  const form = await readForm(request);
  const whom = form.get("whom") === "unanswered" ? "unanswered" : "missing";
  if (whom === "unanswered" && !form.has("reissueConfirmed")) return refuse("unconfirmed");

  const { db, environment, hashes } = context;
  const issuing = await issueCodes(db, viewer, id, whom, (code) => hashes("survey-code", code)[0]);
  if (!issuing.issued) return refuse(issuing.why);
  const deadline = closesOn ? wareki(closesOn) : "";
  const rows = issuing.codes.map(({ number, name, postalCode, address, code }) => [
    number,
    name,
    postalCode,
    address,
    code,
    environment.origin + href("codeLink", { code }),
    deadline,
  ]);
  const again = whom === "unanswered" ? "（再発行）" : "";
  return new Response(csvFile(header, rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment(`回答コード${again}-${slug}.csv`),
      "Cache-Control": "no-store",
    },
  });
}
