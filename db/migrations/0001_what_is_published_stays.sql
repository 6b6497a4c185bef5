-- Published things never change and never vanish: the database itself refuses.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'JK001';
END $$;
--> statement-breakpoint
CREATE TRIGGER record_entries_append_only BEFORE UPDATE OR DELETE ON record_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER publications_append_only BEFORE UPDATE OR DELETE ON publications FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER comments_append_only BEFORE UPDATE OR DELETE ON comments FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER dispositions_append_only BEFORE UPDATE OR DELETE ON dispositions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER releases_append_only BEFORE UPDATE OR DELETE ON releases FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER goal_sheets_append_only BEFORE UPDATE OR DELETE ON goal_sheets FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER provisions_append_only BEFORE UPDATE OR DELETE ON provisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- A row with an audience may be rewritten while it is the secretariat's own.
-- Afterwards only its audience may widen (members, then public) with the instants that go with it.
CREATE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free_columns text[] := ARRAY['audience', 'to_members_at', 'published_at'];
BEGIN
  IF OLD.audience = 'secretariat' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE'
    OR (to_jsonb(NEW) - free_columns) IS DISTINCT FROM (to_jsonb(OLD) - free_columns)
    OR NEW.audience < OLD.audience
  THEN
    RAISE EXCEPTION 'a published row of % does not change', TG_TABLE_NAME USING ERRCODE = 'JK001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER minutes_versions_kept BEFORE UPDATE OR DELETE ON minutes_versions FOR EACH ROW EXECUTE FUNCTION keep_published();
--> statement-breakpoint
CREATE TRIGGER draft_versions_kept BEFORE UPDATE OR DELETE ON draft_versions FOR EACH ROW EXECUTE FUNCTION keep_published();
--> statement-breakpoint
CREATE TRIGGER papers_kept BEFORE UPDATE OR DELETE ON papers FOR EACH ROW EXECUTE FUNCTION keep_published();
--> statement-breakpoint

-- Rows that belong to a version are fixed with it.
CREATE FUNCTION keep_parts_of_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part utterances := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF EXISTS (SELECT 1 FROM minutes_versions v WHERE v.id = part.version_id AND v.audience <> 'secretariat') THEN
    RAISE EXCEPTION 'the utterances of published minutes do not change' USING ERRCODE = 'JK001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER utterances_kept BEFORE INSERT OR UPDATE OR DELETE ON utterances FOR EACH ROW EXECUTE FUNCTION keep_parts_of_minutes();
--> statement-breakpoint
CREATE FUNCTION keep_parts_of_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part version_provisions := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF EXISTS (SELECT 1 FROM draft_versions v WHERE v.id = part.version_id AND v.audience <> 'secretariat') THEN
    RAISE EXCEPTION 'the provisions of a published version do not change' USING ERRCODE = 'JK001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER version_provisions_kept BEFORE INSERT OR UPDATE OR DELETE ON version_provisions FOR EACH ROW EXECUTE FUNCTION keep_parts_of_versions();
--> statement-breakpoint
CREATE FUNCTION keep_published_interim_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'published' THEN
    RAISE EXCEPTION 'a published interim draft does not change' USING ERRCODE = 'JK001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER interim_drafts_kept BEFORE UPDATE OR DELETE ON interim_drafts FOR EACH ROW EXECUTE FUNCTION keep_published_interim_draft();
--> statement-breakpoint

-- The questionnaire is fixed once the survey has opened; answers are never rewritten.
CREATE FUNCTION keep_opened_questionnaire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'preparing' AND NEW.questionnaire IS DISTINCT FROM OLD.questionnaire THEN
    RAISE EXCEPTION 'the questionnaire of an opened survey does not change' USING ERRCODE = 'JK001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER surveys_kept BEFORE UPDATE ON surveys FOR EACH ROW EXECUTE FUNCTION keep_opened_questionnaire();
--> statement-breakpoint
CREATE TRIGGER surveys_never_removed BEFORE DELETE ON surveys FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER responses_append_only BEFORE UPDATE OR DELETE ON responses FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- The publication counter: every committed change to what the public sees raises it.
-- Deferred to the commit, so that its one row is always the last lock a transaction takes.
INSERT INTO publication_counter (id, value) VALUES (1, 0);
--> statement-breakpoint
CREATE FUNCTION raise_publication_counter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE publication_counter SET value = value + 1 WHERE id = 1;
  PERFORM pg_notify('publication', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER publications_counted AFTER INSERT ON publications DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER meetings_counted AFTER INSERT OR UPDATE ON meetings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER minutes_versions_counted AFTER INSERT OR UPDATE OR DELETE ON minutes_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER papers_counted AFTER INSERT OR UPDATE OR DELETE ON papers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER draft_versions_counted AFTER INSERT OR UPDATE OR DELETE ON draft_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER links_counted AFTER INSERT OR UPDATE OR DELETE ON links DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER surveys_counted AFTER INSERT OR UPDATE ON surveys DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER releases_counted AFTER INSERT ON releases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER dispositions_counted AFTER INSERT ON dispositions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER interim_drafts_counted AFTER INSERT OR UPDATE OR DELETE ON interim_drafts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER goal_sheets_counted AFTER INSERT ON goal_sheets DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER accounts_counted AFTER UPDATE ON accounts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication_counter();
