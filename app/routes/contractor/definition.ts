import type { LoaderFunctionArgs } from "@remix-run/node";
import { answeringOf } from "#app/http/answering-cookie.ts";
import type { Definition } from "#app/ui/survey/script/start.ts";
import { invitationById } from "#db/queries/surveys/index.ts";

/** JSON for the script form: the questionnaire under the code that this browser has entered. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const answering = await answeringOf(request, context);
  const invitation = answering && (await invitationById(context.db, answering.invitationId));
  if (!invitation) return Response.json({ why: "expired" }, { status: 401 });
  const { edition, questionnaire } = invitation.survey;
  const definition: Definition = { key: invitation.id, edition, questionnaire };
  return Response.json(definition);
}
