CREATE TABLE "release_counts" (
	"release_id" uuid PRIMARY KEY NOT NULL,
	"layout" text NOT NULL,
	"counted" integer NOT NULL,
	"counts" "bytea" NOT NULL,
	"protection" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "tabulation" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ALTER COLUMN "response_rate" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "cut_off" date;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "edition" integer;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "responses" integer;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "invited" integer;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "response_rate_percent" double precision;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "published" jsonb;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "crossings" jsonb;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "coded" "bytea";--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "place" integer;--> statement-breakpoint
ALTER TABLE "release_counts" ADD CONSTRAINT "release_counts_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "responses_place" ON "responses" USING btree ("survey_id","place") WHERE place is not null;--> statement-breakpoint

-- What a release was made from is as fixed as the release.
CREATE TRIGGER release_counts_append_only BEFORE UPDATE OR DELETE ON release_counts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER release_counts_not_emptied BEFORE TRUNCATE ON release_counts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- Backfill: answers of named surveys in the order they came, of closed anonymous ones in a random order.
ALTER TABLE responses DISABLE TRIGGER responses_append_only;
--> statement-breakpoint
UPDATE responses r SET place = n.place FROM (
  SELECT r.id, row_number() OVER (PARTITION BY r.survey_id ORDER BY r.answered_at, gen_random_uuid()) - 1 AS place
  FROM responses r JOIN surveys s ON s.id = r.survey_id WHERE s.mode = 'named' OR s.state = 'closed'
) n WHERE n.id = r.id;
--> statement-breakpoint
ALTER TABLE responses ENABLE TRIGGER responses_append_only;
