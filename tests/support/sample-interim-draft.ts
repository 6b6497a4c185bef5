import { assembleInterimDraft } from "#app/domain/interim-draft/assemble.ts";
import type { InterimDraftDocument } from "#app/domain/interim-draft/document.ts";
import type { InterimDraftParts } from "#app/domain/interim-draft/parts.ts";
import { sampleProvision, sampleVersion } from "./sample-ordinance.ts";

/** Everything a sample interim draft is assembled from; a fresh copy each time. */
export function sampleParts(): InterimDraftParts {
  const survey = "公契約に関する事業者アンケート";
  return {
    title: "（仮称）公契約条例　中間案",
    number: 1,
    statusText:
      "公共調達のあり方審議会での議論をまとめた途中の案です。条例として決まったものではありません。",
    isSample: true,
    preparedOn: "2027-02-01",
    introduction:
      "公共調達のあり方審議会は、令和8年5月から公契約の在り方を審議してきました。この中間案は、議員全員協議会に報告し、市民と事業者の皆さまの意見を伺うためのものです。\n\n主な論点は次のとおりです。\n\n1. **適用範囲**をどこまでとするか\n2. 労働環境の報告の*負担*をどう軽くするか\n3. 労働者の申出をどう受け止めるか",
    history: {
      meetings: [
        meeting(1, "第1回公共調達のあり方審議会", "2026-05-20"),
        meeting(2, "第2回公共調達のあり方審議会", "2026-06-24"),
        meeting(3, "第3回公共調達のあり方審議会", "2026-07-22"),
        meeting(4, "第4回公共調達のあり方審議会", "2026-09-16"),
      ],
      surveys: [
        {
          title: survey,
          releaseLabel: "速報",
          releasedOn: "2026-10-30",
          n: 228,
          invited: 400,
          responseRatePercent: 57.0,
          simulated: true,
          path: "/surveys/contractors",
        },
      ],
      versions: [
        version(1, "第1版", "2026-08-05", "骨子に基づく最初の案"),
        version(2, "第2版", "2026-10-07", "第4回審議会の意見を反映"),
        version(3, "第3版", "2026-12-09", "事業者アンケートの結果を反映"),
      ],
    },
    version: sampleVersion(),
    releases: [
      {
        id: "release-1",
        number: 1,
        label: "速報",
        sha256: "5a".repeat(32),
        survey: "contractors",
        hiddenReason: "x は、回答した事業者が推測されないように伏せた数です。",
        surveyTitle: survey,
        simulated: true,
        tables: [
          {
            question: "burden",
            title: "労働環境の報告書を作る負担をどう感じますか",
            n: 221,
            noAnswer: 7,
            rows: [
              { value: "heavy", label: "とても重い", count: 41, percent: 18.6 },
              { value: "some", label: "やや重い", count: 80, percent: 36.2 },
              { value: "little", label: "あまり重くない", count: 69, percent: 31.2 },
              { value: "none", label: "重くない", count: 31, percent: 14.0 },
            ],
            path: "/surveys/contractors/results#burden",
          },
        ],
      },
    ],
    commentaries: [
      {
        provisionId: sampleProvision("第7条"),
        markdown:
          "受注者に労働環境の報告を求める規定です。\n\n- 様式は**1枚**に収めます。\n- 既にある書類（賃金台帳など）の写しで代えられます。\n\n> 「報告が目的になってはいけない」という意見がありました。",
      },
      {
        provisionId: sampleProvision("第8条"),
        markdown: "労働者の申出と、申出を理由とする不利益な取扱いの禁止を定めます。",
      },
    ],
    figures: [
      {
        provisionId: sampleProvision("第7条"),
        surveyTitle: survey,
        releaseId: "release-1",
        question: "burden",
        choice: "some",
        note: "報告書の負担について",
      },
      {
        provisionId: sampleProvision("第7条第1項"),
        surveyTitle: survey,
        releaseId: "release-1",
        question: "burden",
      },
    ],
    utterances: [
      {
        provisionId: sampleProvision("第7条第2項"),
        meetingNumber: 3,
        meetingTitle: "第3回公共調達のあり方審議会",
        number: 12,
        speaker: "委員A",
        text: "小さな事業者にとって、報告書を一から作るのは大変です。今ある帳簿の写しで足りるようにしていただきたい。",
        path: "/meetings/3#utterance-12",
      },
      {
        provisionId: sampleProvision("第8条"),
        meetingNumber: 4,
        meetingTitle: "第4回公共調達のあり方審議会",
        number: 8,
        speaker: "副会長",
        text: "申出をした人が不利益を受けないことを、条文にはっきり書くべきだと考えます。",
        path: "/meetings/4#utterance-8",
      },
    ],
    comments: [
      {
        id: "comment-a",
        provisionId: sampleProvision("第7条第2項"),
        writtenOn: sampleProvision("第7条第2項"),
        body: "概要を公表するとき、事業者の取引に関わる情報が外に出ないか心配です。",
        disposition: {
          kind: "反映",
          reason: "後段を加え、受注者の競争上の地位に配慮することを定めました。",
        },
        replies: [{ speaker: "事務局", body: "公表する項目は規則で定める予定です。" }],
      },
      {
        id: "comment-b",
        provisionId: sampleProvision("第8条"),
        writtenOn: sampleProvision("第8条"),
        body: "市長への申出だけでなく、外部の窓口も設けてはどうでしょうか。",
        disposition: { kind: "検討中", reason: "窓口の在り方は、規則と併せて次回審議します。" },
        replies: [],
      },
      {
        id: "comment-c",
        provisionId: sampleProvision("第8条第2項"),
        writtenOn: sampleProvision("第8条第2項"),
        body: "「解雇その他」で足りますか。",
        replies: [],
      },
      {
        id: "comment-d",
        provisionId: sampleProvision("もとの第9条第1項"),
        writtenOn: sampleProvision("もとの第9条第1項"),
        body: "事業所への立入りは、事前に知らせてから行ってください。",
        disposition: { kind: "反映", reason: "立入調査の定めを削りました。" },
        replies: [],
      },
    ],
    changes: [
      {
        provisionId: sampleProvision("第7条"),
        status: "moved-and-reworded",
        previousLabel: "第6条",
        segments: [
          { kind: "deleted", text: "第6条" },
          { kind: "inserted", text: "第7条" },
          {
            kind: "same",
            text: "　対象公契約の受注者は、規則で定めるところにより、労働環境に関する報告書を",
          },
          { kind: "deleted", text: "毎月" },
          {
            kind: "same",
            text: "市長に提出しなければならない。\n2　市長は、前項の報告書の提出があったときは、その概要を公表",
          },
          { kind: "deleted", text: "しなければならない。" },
          {
            kind: "inserted",
            text: "することができる。この場合において、市長は、受注者の競争上の地位を害することのないよう配慮しなければならない。",
          },
        ],
      },
      {
        provisionId: sampleProvision("第6条"),
        status: "added",
        segments: [
          {
            kind: "inserted",
            text: "第6条　次条及び第8条の規定は、別表に掲げる公契約（以下「対象公契約」という。）に適用する。",
          },
        ],
      },
      {
        provisionId: sampleProvision("第8条"),
        status: "moved",
        previousLabel: "第7条",
        segments: [],
      },
      {
        provisionId: sampleProvision("第1条"),
        status: "kept",
        previousLabel: "第1条",
        segments: [],
      },
    ],
    removedArticles: [
      {
        provisionId: sampleProvision("もとの第9条"),
        versionLabel: "第2版",
        previousLabel: "第9条",
        caption: "立入調査",
        text: "第9条　市長は、必要があると認めるときは、その職員に受注者の事業所に立ち入らせることができる。",
        always: true,
        within: [{ provisionId: sampleProvision("もとの第9条第1項"), label: "第2版の第9条第1項" }],
      },
    ],
  };
}

/** The sample, assembled. */
export function sampleDraft(): InterimDraftDocument {
  const draft = assembleInterimDraft(sampleParts());
  if (!draft.ok) throw new Error(draft.problems.map(({ message }) => message).join("\n"));
  return draft.value;
}

function meeting(number: number, title: string, heldOn: string) {
  return { number, title, heldOn, path: `/meetings/${number}` };
}

function version(number: number, label: string, publishedOn: string, note: string) {
  return { number, label, publishedOn, note, path: `/ordinance/versions/${number}` };
}
