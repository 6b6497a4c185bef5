import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSecretariat } from "#app/http/guards.ts";
import { href } from "#app/routes.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Day } from "#app/ui/date.tsx";
import { Page, pageTitle } from "#app/ui/page.tsx";
import { stateLabels } from "#app/ui/survey/state.tsx";
import { type DeskState, deskState } from "#db/queries/desk.ts";
import { waitingConfirmations } from "#db/queries/impact.ts";

export const meta = () => pageTitle("事務局の机");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = requireSecretariat(request, context);
  const [state, confirmations] = await Promise.all([
    deskState(context.db),
    waitingConfirmations(context.db, viewer),
  ]);
  return { state, confirmations };
}

const tasks = [
  { to: href("deskMeetingNew"), label: "会議録を書く" },
  { to: href("deskVersionNew"), label: "条例案の版を登録する" },
  { to: href("deskSurveyNew"), label: "調査票を登録する" },
  { to: href("deskComments"), label: "意見に対応する" },
  { to: href("deskLinks"), label: "条文と根拠を関連付ける" },
  { to: href("deskInterimDrafts"), label: "中間案をまとめる" },
];

type Confirmations = Awaited<ReturnType<typeof waitingConfirmations>>;

function Waiting({ state, confirmations }: { state: DeskState; confirmations: Confirmations }) {
  const items = [
    ...state.minutesInHand.map(({ meeting, version }) => ({
      to: href("deskMinutes", { meeting }),
      label: `第${meeting}回の会議録${version > 1 ? "の訂正" : ""}が公表されていません。`,
    })),
    ...state.versionsInHand.map(({ number, label, audience }) => ({
      to: href("deskVersion", { version: number }),
      label: `条例案「${label}」は${audience === "members" ? "委員だけに公開しています" : "公開されていません"}。`,
    })),
    ...(confirmations && confirmations.unconfirmed > 0
      ? [
          {
            to: `${href("deskVersion", { version: confirmations.version })}#impact`,
            label: `条例案「${confirmations.label}」で引き継ぐ意見・根拠のうち、${confirmations.unconfirmed}件を確かめていません。`,
          },
        ]
      : []),
    ...(state.commentsWaiting > 0
      ? [
          {
            to: href("deskComments"),
            label: `まだ対応していない意見が${state.commentsWaiting}件あります。`,
          },
        ]
      : []),
    ...(state.commentsConsidered > 0
      ? [
          {
            to: href("deskComments"),
            label: `検討中の意見が${state.commentsConsidered}件あります。`,
          },
        ]
      : []),
    ...state.surveys
      .filter(({ state: survey, released }) => survey === "closed" && !released)
      .map(({ slug, title }) => ({
        to: href("deskSurvey", { survey: slug }),
        label: `「${title}」の集計を公表していません。`,
      })),
    ...state.interimDraftsInHand.map(({ number, title }) => ({
      to: href("deskInterimDraft", { number }),
      label: `中間案「${title}」を準備しています。`,
    })),
  ];
  if (items.length === 0) return <p>待っている仕事はありません。</p>;
  return (
    <ul>
      {items.map(({ to, label }) => (
        <li key={to + label}>
          <a href={to}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

export default function Desk() {
  const { state, confirmations } = useLoaderData<typeof loader>();
  return (
    <Page title="事務局の机" lead="会議録と条例案を公表し、調査を行い、条例中間案をまとめます。">
      <h2>待っている仕事</h2>
      <Waiting state={state} confirmations={confirmations} />
      <h2>調査の状況</h2>
      {state.surveys.length === 0 ? (
        <p>調査はまだありません。</p>
      ) : (
        <section className="table-scroll" aria-label="調査の状況">
          <table>
            <caption>調査と回収率</caption>
            <thead>
              <tr>
                <th scope="col">調査</th>
                <th scope="col">状態</th>
                <th scope="col">締切日</th>
                <th scope="col">回収</th>
              </tr>
            </thead>
            <tbody>
              {state.surveys.map(({ slug, title, state: survey, closesOn, invited, answered }) => (
                <tr key={slug}>
                  <th scope="row">
                    <a href={href("deskSurvey", { survey: slug })}>{title}</a>
                  </th>
                  <td>{stateLabels[survey]}</td>
                  <td>{closesOn ? <Day date={closesOn} /> : "未定"}</td>
                  <td>
                    {invited === 0
                      ? "名簿がありません"
                      : `${invited}者のうち${answered}者（${((answered / invited) * 100).toFixed(1)}%）`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <h2>仕事を始める</h2>
      <p className="buttons">
        {tasks.map(({ to, label }) => (
          <ButtonLink key={to} href={to} look="secondary">
            {label}
          </ButtonLink>
        ))}
      </p>
    </Page>
  );
}
