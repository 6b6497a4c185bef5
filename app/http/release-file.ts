import { LRUCache } from "lru-cache";
import { civilDate } from "#app/domain/japan/index.ts";
import { anyone } from "#app/domain/viewer.ts";
import type { Cp932Loss } from "#app/files/release/cp932-report.ts";
import { pressRelease } from "#app/files/release/press.ts";
import type { ReleaseFileKind } from "#app/files/release/press-order.ts";
import { fileNameOf, type ReleaseDocument } from "#app/files/release/release-document.ts";
import { href } from "#app/routes.ts";
import {
  findRelease,
  findSurvey,
  type ReleaseHead,
  releaseWithCrossings,
  type Survey,
} from "#db/queries/surveys/index.ts";
import type { RequestContext } from "./context.ts";
import { downloadResponse } from "./download.ts";
import { notFound, numberParam } from "./guards.ts";

/** Files made, by release and kind; those being made are in `making`. */
const made = new LRUCache<string, Uint8Array>({ maxSize: 96 * 1024 * 1024 });
const making = new Map<string, Promise<Uint8Array>>();

const forms = {
  csv: { end: ".csv", mediaType: "text/csv; charset=utf-8" },
  "csv-cp932": { end: "_シフトJIS.csv", mediaType: "text/csv; charset=Shift_JIS" },
  xlsx: {
    end: ".xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  json: { end: ".json", mediaType: "application/json; charset=utf-8" },
  pdf: { end: "_報告書.pdf", mediaType: "application/pdf" },
} as const satisfies Partial<Record<ReleaseFileKind, { end: string; mediaType: string }>>;

interface Params {
  survey?: string;
  release?: string;
}

/** Answers with a file of the release that the address names, or with the 404 page. */
export async function releaseFileResponse(
  request: Request,
  context: RequestContext,
  params: Params,
  kind: keyof typeof forms,
): Promise<Response> {
  const found = await findReleased(context, params);
  const { end, mediaType } = forms[kind];
  const bytes = await fileOf(context, found, kind);
  const name = `${fileNameOf({ survey: found.survey, release: found.release })}${end}`;
  return downloadResponse(request, { name, mediaType, bytes });
}

/** The survey and release of an address with what CP932 cannot hold of its CSV file. */
export async function releaseCp932Losses(context: RequestContext, params: Params) {
  const found = await findReleased(context, params);
  const bytes = await fileOf(context, found, "cp932-losses");
  const losses: Cp932Loss[] = JSON.parse(new TextDecoder().decode(bytes));
  return { ...found, losses };
}

interface Released {
  survey: Survey;
  release: ReleaseHead;
}

async function findReleased({ db }: RequestContext, params: Params): Promise<Released> {
  const number = numberParam(params.release, "この集計版");
  const survey = await findSurvey(db, anyone, params.survey ?? "");
  const release = survey && (await findRelease(db, anyone, survey.id, number));
  return survey && release ? { survey, release } : notFound("この集計版");
}

async function fileOf(
  context: RequestContext,
  found: Released,
  kind: ReleaseFileKind,
): Promise<Uint8Array> {
  const { title, isSample, isSimulated } = found.survey;
  const of = [found.release.id, kind, title, isSample, isSimulated, context.environment.origin];
  const key = JSON.stringify(of);
  const kept = made.get(key);
  if (kept) return kept;
  const begun = making.get(key);
  if (begun) return begun;
  const pressing = documentOf(context, found).then((document) => pressRelease({ kind, document }));
  making.set(key, pressing);
  try {
    const bytes = await pressing;
    made.set(key, bytes, { size: bytes.byteLength + 1 });
    return bytes;
  } finally {
    making.delete(key);
  }
}

async function documentOf(
  { db, environment }: RequestContext,
  { survey, release }: Released,
): Promise<ReleaseDocument> {
  const { number, releasedAt, sha256 } = release;
  const whole = await releaseWithCrossings(db, anyone, survey.id, number);
  if (!whole) return notFound("この集計版");
  const { slug, title, isSample, isSimulated } = survey;
  return {
    survey: { slug, title, isSample, isSimulated },
    release: whole.published,
    crossings: whole.crossings ?? {},
    releasedOn: civilDate(releasedAt),
    sha256,
    url: `${environment.origin}${href("release", { survey: slug, release: number })}`,
  };
}
