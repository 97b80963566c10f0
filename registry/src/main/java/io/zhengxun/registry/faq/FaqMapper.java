package io.zhengxun.registry.faq;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface FaqMapper {

    /** Columns in the order of the components, as for all records here. */
    record EntryRow(
            String intentCode, int edition, int published, String draftBody, String draftSource, String changedBy,
            Instant changedAt) {}

    record TextRow(
            String intentCode, int version, String body, String source, Integer restoredFrom, String publishedBy,
            Instant publishedAt) {

        FaqVersion version(String code) {
            return new FaqVersion(new FaqText(code, version, body, source), restoredFrom, publishedBy, publishedAt);
        }
    }

    String ENTRY = "SELECT intent_code, edition, published, draft_body, draft_source, changed_by, changed_at FROM faq_entry";
    String TEXT =
            "SELECT intent_code, version, body, source, restored_from, published_by, published_at FROM faq_text";

    @Select("SELECT number FROM faq_edition WHERE id = 1")
    long edition();

    @Update("UPDATE faq_edition SET number = number + 1 WHERE id = 1")
    void count();

    /** One at most for each intent. */
    @Select("""
            SELECT t.intent_code, t.version, t.body, t.source
            FROM faq_entry e JOIN faq_text t ON t.intent_code = e.intent_code AND t.version = e.published""")
    List<FaqText> published();

    /** As {@link #published}, with who published it. */
    @Select("""
            SELECT t.intent_code, t.version, t.body, t.source, t.restored_from, t.published_by, t.published_at
            FROM faq_entry e JOIN faq_text t ON t.intent_code = e.intent_code AND t.version = e.published""")
    List<TextRow> publishedRows();

    /** One at most for each intent. */
    @Select(ENTRY)
    List<EntryRow> entries();

    @Select(ENTRY + " WHERE intent_code = #{code}")
    EntryRow entry(String code);

    @Insert("""
            INSERT INTO faq_entry (intent_code, edition, published) VALUES (#{code}, 0, 0)
            ON DUPLICATE KEY UPDATE intent_code = intent_code""")
    void begin(String code);

    @Select(ENTRY + " WHERE intent_code = #{code} FOR UPDATE")
    EntryRow held(String code);

    @Update("""
            UPDATE faq_entry SET edition = #{edition}, published = #{published}, draft_body = #{draftBody},
                draft_source = #{draftSource}, changed_by = #{changedBy}, changed_at = #{changedAt}
            WHERE intent_code = #{intentCode}""")
    void change(EntryRow to);

    @Insert("""
            INSERT INTO faq_text (intent_code, version, body, source, restored_from, published_by, published_at)
            VALUES (#{t.intentCode}, #{t.version}, #{t.body}, #{t.source}, #{t.restoredFrom}, #{t.publishedBy},
                #{t.publishedAt})""")
    void publish(@Param("t") TextRow text);

    @Select(TEXT + " WHERE intent_code = #{code} AND version = #{version}")
    TextRow text(@Param("code") String code, @Param("version") int version);

    @Select("SELECT COALESCE(MAX(version), 0) FROM faq_text WHERE intent_code = #{code}")
    int latest(String code);

    @Select(TEXT + " WHERE intent_code = #{code} AND version < #{before} ORDER BY version DESC LIMIT #{limit}")
    List<TextRow> history(@Param("code") String code, @Param("before") int before, @Param("limit") int limit);
}
