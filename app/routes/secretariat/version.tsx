import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { matchingRows, readMatching } from "#app/domain/draft-version/index.ts";
import type { Problem } from "#app/domain/problem.ts";
import type { SignedIn } from "#app/domain/viewer.ts";
import type { RequestContext } from "#app/http/context.ts";
import { formLimits, readForm, textValues } from "#app/http/forms.ts";
import { notFound, numberParam, requireSecretariat } from "#app/http/guards.ts";
import { redirectWithNotice } from "#app/http/notices.ts";
import { readVersionForm } from "#app/http/version-form.ts";
import { href } from "#app/routes.ts";
import { DeskVersionView } from "#app/ui/ordinance/desk-version.tsx";
import { versionName } from "#app/ui/ordinance/version-entries.tsx";
import { pageTitle } from "#app/ui/page.tsx";
import { confirmItem, impactOf } from "#db/queries/impact.ts";
import {
  alignmentOf,
  decideAlignment,
  replaceVersionText,
  type VersionChange,
} from "#db/queries/version-preparation.ts";
import { publishVersion } from "#db/queries/version-publication.ts";
import { versionByNumber } from "#db/queries/versions.ts";

export const handle = { hydrates: true, wide: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? versionName(data.version) : "条例案の版");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const number = numberParam(params.version, "条例案の版");
  const version = (await versionByNumber(context.db, viewer, number)) ?? notFound("条例案の版");
  const { parsed, source, previousId, decisions, ...summary } = version;
  const aligned = await alignmentOf(context.db, version);
  const impact = await impactOf(context.db, viewer, version);
  return {
    impact,
    version: summary,
    source,
    previous: version.audience === "secretariat" ? aligned?.previous.parsed : undefined,
    matching: aligned && {
      previous: { number: aligned.previous.number, label: aligned.previous.label },
      ...matchingRows(aligned.previous.parsed, parsed, aligned.alignment, decisions),
    },
  };
}

interface Refused {
  problems: Problem[];
  values?: Record<string, string>;
  /** Nothing was refused: the form was only shown anew. */
  notice?: string;
}

const refuse = (status: number, problems: Problem[], values?: Record<string, string>) =>
  Response.json({ problems, ...(values ? { values } : {}) } satisfies Refused, { status });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const number = numberParam(params.version, "条例案の版");
  const form = await readForm(request, formLimits.file);
  const intent = form.get("intent");
  // 「correct:KEY」 names the finding to correct; like a check, it stores nothing.
  const corrects = typeof intent === "string" && intent.startsWith("correct:");
  switch (corrects ? "check" : intent) {
    case "text":
    case "check":
      return replaceText(context, viewer, number, form);
    case "confirm":
      return confirm(context, viewer, number, form);
    case "match":
      return saveMatching(context, viewer, number, form);
    case "members":
      return publish(context, viewer, number, "members");
    case "public":
      return publish(context, viewer, number, "public");
    default:
      return refuse(400, [
        { message: "どの操作かを読み取れませんでした。もう一度押してください。" },
      ]);
  }
}

async function replaceText(
  context: RequestContext,
  viewer: SignedIn,
  number: number,
  form: FormData,
): Promise<Response> {
  const version = (await versionByNumber(context.db, viewer, number)) ?? notFound("条例案の版");
  const aligned = await alignmentOf(context.db, version);
  const read = await readVersionForm(form, aligned?.previous.parsed);
  const { values } = read;
  if (read.kind === "refused") return refuse(400, read.problems, values);
  if (read.kind === "shown") {
    return Response.json({ problems: [], values, notice: read.notice } satisfies Refused);
  }
  const change = await replaceVersionText(context.db, viewer, number, read.text);
  return changed(context, number, change, "本文を差し替えました。", values);
}

async function saveMatching(
  context: RequestContext,
  viewer: SignedIn,
  number: number,
  form: FormData,
): Promise<Response> {
  const version = (await versionByNumber(context.db, viewer, number)) ?? notFound("条例案の版");
  const aligned = await alignmentOf(context.db, version);
  if (!aligned) return refuse(400, [{ message: "最初の版には、前の版がありません。" }]);
  const fields = Object.entries(textValues(form));
  const read = readMatching(fields, aligned.previous.parsed, version.parsed);
  if (!read.ok) return refuse(400, read.problems, textValues(form));
  const change = await decideAlignment(context.db, viewer, number, read.value);
  return changed(context, number, change, "対応を保存しました。", undefined);
}

async function confirm(
  context: RequestContext,
  viewer: SignedIn,
  number: number,
  form: FormData,
): Promise<Response> {
  const version = (await versionByNumber(context.db, viewer, number)) ?? notFound("条例案の版");
  const { item: id = "", kind = "", wording = "" } = textValues(form);
  const done = await confirmItem(context.db, viewer, version, { id, kind, wording });
  if (done === "changed") {
    const message = "案の本文が変わりました。今の文をもう一度見てから、確かめてください。";
    return refuse(409, [{ message }]);
  }
  const here = `${href("deskVersion", { version: number })}#impact`;
  return redirectWithNotice(context, here, "確かめたことを記録しました。");
}

function changed(
  context: RequestContext,
  number: number,
  change: VersionChange,
  message: string,
  values: Record<string, string> | undefined,
): Response | Promise<Response> {
  switch (change) {
    case "missing":
      return notFound("条例案の版");
    case "fixed": {
      const fixed = "公開した案は変えられません。直すときは、新しい案を登録してください。";
      return refuse(409, [{ message: fixed }], values);
    }
    case "stored":
      return redirectWithNotice(context, href("deskVersion", { version: number }), message);
  }
}

async function publish(
  context: RequestContext,
  viewer: SignedIn,
  number: number,
  to: "members" | "public",
): Promise<Response> {
  switch (await publishVersion(context.db, viewer, number, to)) {
    case "missing":
      return notFound("条例案の版");
    case "already": {
      const done = to === "public" ? "すでに公表されています。" : "すでに委員に公開されています。";
      return refuse(409, [{ message: done }]);
    }
    case "published": {
      const done = to === "public" ? "公表しました。" : "委員に公開しました。";
      return redirectWithNotice(context, href("deskVersion", { version: number }), done);
    }
  }
}

export default function DeskVersion() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  return (
    <DeskVersionView
      {...data}
      problems={refused?.problems ?? []}
      notice={refused?.notice}
      typed={refused?.values}
    />
  );
}
