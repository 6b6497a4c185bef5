import fc from "fast-check";
import { aiueo } from "#app/domain/ordinance/numbering.ts";
import { emptyOrdinance } from "#app/domain/ordinance/parse.ts";
import { readColumns, readSentences } from "#app/domain/ordinance/sentences.ts";
import type {
  Article,
  Division,
  Item,
  Ordinance,
  Paragraph,
  Subitem,
} from "#app/domain/ordinance/structure.ts";

/** What an ordinance says, without any number: numbers are given when it is built. */
export interface OrdinancePlan {
  title: string;
  preamble: string[];
  toc: boolean;
  chapters: { title: string | undefined; articles: ArticlePlan[] }[];
  suppl: string[];
  tables: { related: string; rows: string[][]; remark: string | undefined }[];
}

export interface ArticlePlan {
  /** Names the article through all versions of a plan. */
  key: number;
  caption: string | undefined;
  paragraphs: ParagraphPlan[];
}

export interface ParagraphPlan {
  text: string;
  items: { text: string; subitems: { text: string; subitems: string[] }[] }[];
}

const subjects = [
  "市",
  "市長",
  "受注者",
  "受注関係者",
  "審議会",
  "事業者",
  "特定受注者",
  "市民",
  "指定管理者",
  "労働者",
];
const objects = [
  "労働環境の確保",
  "賃金の水準",
  "契約の適正な履行",
  "地域経済の発展",
  "公正な競争",
  "報告書の内容",
  "台帳の保存",
  "安全及び衛生",
  "社会保険の加入の状況",
  "災害時の協力",
  "技能の承継",
  "障害者の雇用",
  "環境への負荷の低減",
  "予定価格の積算",
  "下請負契約の締結",
  "労働時間の管理",
  "立入調査の実施",
  "違約金の徴収",
  "情報の公開",
  "意見の聴取",
];
const verbs = [
  "定めるものとする",
  "公表しなければならない",
  "考慮するよう努める",
  "市長に報告しなければならない",
  "求めることができる",
  "尊重しなければならない",
  "作成し、及び保存しなければならない",
  "審議会に諮るものとする",
  "告示しなければならない",
  "確保するため必要な措置を講ずるものとする",
  "妨げてはならない",
  "支援するよう努めるものとする",
];
const whens = [
  "毎年度、",
  "公契約を締結するときは、",
  "必要があると認めるときは、",
  "規則で定めるところにより、",
  "あらかじめ、",
  "次条に定めるもののほか、",
  "緊急の場合を除き、",
  "申出を受けたときは、",
  "履行の完了後30日以内に、",
  "正当な理由がない限り、",
];

const word = fc.constantFrom;

const clause = fc
  .tuple(word(...subjects), word(...whens), word(...objects), word(...objects), word(...verbs))
  .map(([who, when, what, other, verb]) => `${who}は、${when}${what}に関し、${other}を${verb}`);

const sentence = clause.map((text) => `${text}。`);

export const provisionText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: sentence },
  {
    weight: 1,
    arbitrary: fc.tuple(sentence, clause).map(([a, b]) => `${a}この場合において、${b}。`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(sentence, word(...objects))
      .map(([a, b]) => `${a}ただし、${b}については、この限りでない。`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(clause, word(...objects))
      .map(([a, b]) => `${a}（${b}に係る場合を除く。以下同じ。）。`),
  },
);

const itemText = fc.oneof(
  fc.tuple(word(...objects), word(...objects)).map(([a, b]) => `${a}及び${b}に関する事項`),
  fc.tuple(word(...objects), clause).map(([a, b]) => `${a}　${b}ことをいう。`),
  clause.map((text) => `${text}とき。`),
);

const items: fc.Arbitrary<ParagraphPlan["items"]> = fc.array(
  fc.record({
    text: itemText,
    subitems: fc.oneof(
      { weight: 4, arbitrary: fc.constant<never[]>([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({ text: itemText, subitems: fc.array(itemText, { maxLength: 3 }) }),
          { minLength: 2, maxLength: 4 },
        ),
      },
    ),
  }),
  { maxLength: 5 },
);

const paragraph: fc.Arbitrary<ParagraphPlan> = fc.record({
  text: provisionText,
  items: fc.oneof(
    { weight: 2, arbitrary: fc.constant<never[]>([]) },
    { weight: 1, arbitrary: items },
  ),
});

export const articlePlan: fc.Arbitrary<ArticlePlan> = fc.record({
  key: fc.nat(1_000_000_000),
  caption: fc.option(
    fc.tuple(word(...subjects), word(...objects)).map(([a, b]) => `（${a}の${b}）`),
    {
      nil: undefined,
      freq: 8,
    },
  ),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
});

export const ordinancePlan: fc.Arbitrary<OrdinancePlan> = fc.record({
  title: word("サンプル市公契約条例", "サンプル市公契約の適正化に関する条例"),
  preamble: fc.array(sentence, { maxLength: 2 }),
  toc: fc.boolean(),
  chapters: fc.oneof(
    fc
      .array(articlePlan, { minLength: 1, maxLength: 12 })
      .map((articles) => [{ title: undefined, articles }]),
    fc.array(
      fc.record({
        title: word("総則", "責務", "労働環境の確保", "雑則").map(
          (title): string | undefined => title,
        ),
        articles: fc.array(articlePlan, { minLength: 1, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  ),
  suppl: fc.array(sentence, { minLength: 1, maxLength: 3 }),
  tables: fc.array(
    fc.record({
      related: word("（第3条関係）", "（第5条、第7条関係）"),
      rows: fc.array(
        fc.tuple(word(...objects), word("1億円以上", "1,000万円以上")).map((row): string[] => row),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      remark: fc.option(word("備考　金額は、税込みとする。"), { nil: undefined }),
    }),
    { maxLength: 2 },
  ),
});

/** The ordinance of a plan in horizontal style, numbered from 第1条 on. */
export function ordinanceOf(plan: OrdinancePlan): Ordinance {
  const ordinance = emptyOrdinance("horizontal");
  ordinance.lawTitle = plan.title;
  let number = 0;
  const chapters = plan.chapters.map(({ title, articles }, index) => {
    const from = number + 1;
    const built = articles.map((article) => {
      number += 1;
      return buildArticle(article, number);
    });
    const range = from === number ? `（第${from}条）` : `（第${from}条―第${number}条）`;
    return { title, num: String(index + 1), articles: built, range };
  });
  const titled = chapters.flatMap((chapter) => {
    if (chapter.title === undefined) return [];
    const title = `第${chapter.num}章　${chapter.title}`;
    return [{ ...chapter, title }];
  });
  if (plan.preamble.length > 0) {
    const paragraphs = plan.preamble.map((text, index) =>
      buildParagraph({ text, items: [] }, index + 1, ""),
    );
    ordinance.preamble = { type: "Preamble", paragraphs, line: 0 };
  }
  if (titled.length > 0 && plan.toc) {
    ordinance.toc = {
      type: "TOC",
      label: "目次",
      line: 0,
      entries: [
        ...titled.map(({ num, title, range }) => ({
          level: "Chapter" as const,
          num,
          title,
          articleRange: range,
          line: 0,
        })),
        { level: "SupplProvision", title: "附則", line: 0 },
      ],
    };
  }
  ordinance.mainProvision.children =
    titled.length > 0
      ? titled.map(
          ({ num, title, articles }): Division => ({
            type: "Chapter",
            num,
            title,
            children: articles,
            line: 0,
          }),
        )
      : chapters.flatMap(({ articles }) => articles);
  const sole = plan.suppl.length === 1;
  ordinance.supplProvisions = [
    {
      type: "SupplProvision",
      label: "附　則",
      extract: false,
      articles: [],
      paragraphs: plan.suppl.map((text, index) =>
        buildParagraph({ text, items: [] }, index + 1, sole ? "" : String(index + 1)),
      ),
      line: 0,
    },
  ];
  ordinance.appdxTables = plan.tables.map(({ related, rows, remark }, index) => ({
    type: "AppdxTable",
    num: String(index + 1),
    appdxTableTitle: `別表第${index + 1}`,
    relatedArticleNum: related,
    content: [
      {
        type: "Table",
        separator: "tab",
        rows: rows.map((columns) => ({ type: "TableRow", columns, line: 0 })),
        line: 0,
      },
      ...(remark === undefined ? [] : [{ type: "Text" as const, text: remark, line: 0 }]),
    ],
    line: 0,
  }));
  return ordinance;
}

function buildArticle(plan: ArticlePlan, number: number): Article {
  return {
    type: "Article",
    num: String(number),
    articleTitle: `第${number}条`,
    ...(plan.caption === undefined ? {} : { articleCaption: plan.caption }),
    paragraphs: plan.paragraphs.map((paragraph, index) =>
      buildParagraph(paragraph, index + 1, index === 0 ? "" : String(index + 1)),
    ),
    line: 0,
  };
}

function buildParagraph(plan: ParagraphPlan, num: number, paragraphNum: string): Paragraph {
  return {
    type: "Paragraph",
    num,
    paragraphNum,
    sentences: readSentences(plan.text),
    items: plan.items.map(
      (item, index): Item => ({
        type: "Item",
        num: String(index + 1),
        itemTitle: `(${index + 1})`,
        sentences: readColumns(item.text),
        subitems: item.subitems.map((subitem, at) => ({
          ...buildSubitem("Subitem1", at, aiueo.charAt(at), subitem.text),
          subitems: subitem.subitems.map((text, deep) =>
            buildSubitem("Subitem2", deep, `(${aiueo.charAt(deep)})`, text),
          ),
        })),
        tables: [],
        line: 0,
      }),
    ),
    tables: [],
    line: 0,
  };
}

function buildSubitem(type: Subitem["type"], index: number, title: string, text: string): Subitem {
  return {
    type,
    num: String(index + 1),
    subitemTitle: title,
    sentences: readColumns(text),
    subitems: [],
    tables: [],
    line: 0,
  };
}

/** The same structure without source lines: equal for texts that say the same. */
export function withoutLines(ordinance: Ordinance): unknown {
  return JSON.parse(
    JSON.stringify(ordinance, (key, value) =>
      key === "line" || key === "lawTitleLine" ? 0 : value,
    ),
  );
}
