import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "#app/domain/problem.ts";
import { checkForm, readForm } from "#app/http/forms.ts";
import { requireSecretariat } from "#app/http/guards.ts";
import { meetingSchema } from "#app/http/meeting-form.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { MeetingFields } from "#app/ui/minutes/meeting-fields.tsx";
import { ProblemList } from "#app/ui/notice.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { createMeeting, listMeetings } from "#db/queries/meetings.ts";

export const meta = () => pageTitle("会議を登録する");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const [newest] = await listMeetings(context.db, viewer);
  return { next: (newest?.number ?? 0) + 1 };
}

interface Outcome {
  problems: Problem[];
  values: Record<string, string>;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const form = await readForm(request);
  const checked = checkForm(form, meetingSchema);
  if (!checked.ok) return Response.json(checked, { status: 400 });
  const { number, title, heldOn } = checked.data;
  if (!(await createMeeting(context.db, viewer, { number, title, heldOn }))) {
    const message = `第${number}回はすでに登録されています。会議の一覧から開いてください。`;
    const values = { number: String(number), title, heldOn };
    return Response.json({ problems: [{ message, field: "number" }], values }, { status: 409 });
  }
  const to = href("deskMeeting", { meeting: number });
  return redirectWithNotice(context, to, "会議を登録し、会議の一覧に載せました。");
}

export default function MeetingNew() {
  const { next } = useLoaderData<typeof loader>();
  const { problems = [], values = {} } = useActionData<Outcome>() ?? {};
  return (
    <Page
      title="会議を登録する"
      lead="登録すると、回、名称、開催日が会議の一覧に載り、だれでも見られます。資料と会議録は、その後に公表します。"
      crumbs={[{ to: href("deskMeetings"), label: "会議と会議録" }]}
    >
      <ProblemList problems={problems} />
      <form method="post" className="form">
        <TextField
          name="number"
          label="第何回"
          required
          inputMode="numeric"
          className="short"
          autoComplete="off"
          defaultValue={values.number ?? String(next)}
          problems={problems}
        />
        <MeetingFields values={values} problems={problems} />
        <Button>登録する</Button>
      </form>
    </Page>
  );
}
