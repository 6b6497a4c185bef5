import { createHash } from "node:crypto";
import { articlePartsOf } from "#app/domain/interim-draft/article-parts.ts";
import type { VersionPart } from "#app/domain/interim-draft/parts.ts";
import { textBlocksOf } from "#app/domain/interim-draft/text-blocks.ts";
import { parseOrdinance, provisionsOf } from "#app/domain/ordinance/index.ts";

/** A made-up ordinance, short but with every kind of block, in municipal horizontal style. */
const samplePlain = `公契約条例（中間案）
目次
　第1章　総則（第1条―第4条）
　第2章　適正な労働環境の確保（第5条―第8条）
　第3章　雑則（第9条・第10条）
　附則
　公契約は、市民の税金を財源として市民の暮らしを支えるものであり、その担い手が誇りを持って働くことができてこそ、良質な公共サービスが将来にわたり提供される。
　ここに、市と事業者とが力を合わせ、公契約に従事する者の適正な労働環境を確保し、地域経済を持続的に発展させるため、この条例を制定する。
第1章　総則
（目的）
第1条　この条例は、公契約に関し、基本方針を定め、市及び受注者等の責務を明らかにすることにより、労働者の適正な労働環境を確保し、もって公共サービスの質の向上及び地域経済の健全な発展に寄与することを目的とする。
（定義）
第2条　この条例において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。
(1)　公契約　市が発注する工事の請負、業務の委託又は物品の買入れの契約をいう。
(2)　受注者等　次に掲げる者をいう。
ア　市と公契約を締結した者
イ　アに掲げる者から業務の一部を請け負う者で、次のいずれかに該当するもの
（ア）　下請負人
（イ）　再受託者
(3)　労働者　公契約に係る業務に従事する者（自らが提供する労務の対価を得るため請負により業務に従事する者を含む。）をいう。
（基本方針）
第3条　市は、次に掲げる基本方針に基づき、公契約に関する施策を実施するものとする。
(1)　契約の過程及び内容の透明性を確保すること。
(2)　地元事業者の受注の機会を確保すること。ただし、公正な競争を妨げるものであってはならない。
（市の責務）
第4条　市は、前条の基本方針にのっとり、公契約に関する施策を総合的に推進するものとする。
2　市は、施策の推進に当たり、事業者及び労働者の理解と協力を得るよう努めるものとする。
第2章　適正な労働環境の確保
（受注者等の責務）
第5条　受注者等は、労働基準法（昭和22年法律第49号）その他の法令を遵守し、労働者の適正な労働環境の確保に努めなければならない。
（適用範囲）
第6条　次条及び第8条の規定は、別表に掲げる公契約（以下「対象公契約」という。）に適用する。
（労働環境の報告）
第7条　対象公契約の受注者は、規則で定めるところにより、労働環境に関する報告書を市長に提出しなければならない。
2　市長は、前項の報告書の提出があったときは、その概要を公表することができる。この場合において、市長は、受注者の競争上の地位を害することのないよう配慮しなければならない。
（労働者の申出）
第8条　対象公契約に係る業務に従事する労働者は、前条第1項の報告の内容が事実と異なるときは、市長又は受注者にその旨を申し出ることができる。
2　受注者等は、労働者が前項の申出をしたことを理由として、当該労働者に対し、解雇その他不利益な取扱いをしてはならない。
第3章　雑則
（審議会への諮問）
第9条　市長は、この条例の運用に関する重要な事項について、公共調達のあり方審議会の意見を聴くものとする。
（委任）
第10条　この条例の施行に関し必要な事項は、規則で定める。
附　則
（施行期日）
1　この条例は、公布の日から起算して1年を超えない範囲内において規則で定める日から施行する。
（検討）
2　市は、この条例の施行後3年を目途として、施行の状況を勘案し、必要があると認めるときは、所要の措置を講ずるものとする。
別表（第6条関係）
種別\t予定価格
工事の請負\t5,000万円以上
業務の委託\t1,000万円以上
`;

/** The sample as a published version with blocks and articles. */
export function sampleVersion(): VersionPart {
  const { ordinance, problems } = parseOrdinance(samplePlain);
  if (problems.length > 0) throw new Error("the sample ordinance does not parse");
  const labels = new Map(provisionsOf(ordinance).map(({ path, fullLabel }) => [path, fullLabel]));
  const identityOf = (path: string) => sampleProvision(labels.get(path) ?? path);
  return {
    number: 3,
    label: "第3版",
    plain: samplePlain,
    blocks: textBlocksOf(ordinance, identityOf),
    articles: articlePartsOf(ordinance, identityOf),
  };
}

/** The identifier the sample gives to a provision, e.g. `sampleProvision("第7条第2項")`. */
export function sampleProvision(name: string): string {
  const digest = createHash("sha256").update(name).digest("hex");
  return `00000000-0000-4000-8000-${digest.slice(0, 12)}`;
}
